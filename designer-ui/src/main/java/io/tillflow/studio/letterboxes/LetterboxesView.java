package io.tillflow.studio.letterboxes;

import com.vaadin.flow.router.Route;
import io.tillflow.studio.automations.AutomationsDesk;
import io.tillflow.studio.automations.TriggerKind;
import io.tillflow.studio.automations.TriggersPage;
import io.tillflow.studio.connectors.ConnectorsDesk;
import io.tillflow.studio.instances.DataTable.Column;
import io.tillflow.studio.instances.Pieces;
import io.tillflow.studio.security.CurrentUser;
import io.tillflow.studio.security.Role;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;

/** Every letterbox: where it is, what its letters begin, how it does. */
@Route("automations/letterboxes")
@RolesAllowed(Role.Is.VIEWER)
class LetterboxesView extends TriggersPage<Letterbox> {
    static final TriggerKind KIND = new TriggerKind("letterboxes", "mail", LetterboxesView.class, LetterboxView.class);

    private final transient LetterboxesDesk desk;
    private final transient ConnectorsDesk connectors;
    private final transient AutomationsDesk automations;

    LetterboxesView(
            LetterboxesDesk desk,
            LetterboxesWatch watch,
            ConnectorsDesk connectors,
            AutomationsDesk automations,
            CurrentUser user) {
        super(KIND, watch);
        this.desk = desk;
        this.connectors = connectors;
        this.automations = automations;
        build(user.has(Role.ADMIN));
    }

    @Override
    protected List<Column<Letterbox>> columns() {
        return List.of(
                names(it -> Pieces.block(it.login() + " · " + it.folder(), "dim", "url")),
                column("state", "", it -> LetterboxCells.stateAndTrouble(this, it)),
                column("begins", "hide-s", it -> LetterboxCells.begins(this, it)),
                column("last", "hide-s", it -> LetterboxCells.latest(this, it)));
    }

    @Override
    protected void create(Runnable done) {
        new LetterboxDialog(this, desk, connectors, automations, null)
                .then(done)
                .open();
    }
}
