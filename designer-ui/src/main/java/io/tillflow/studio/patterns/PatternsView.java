package io.tillflow.studio.patterns;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.Route;
import io.tillflow.studio.automations.AutomationsDesk;
import io.tillflow.studio.automations.TriggerKind;
import io.tillflow.studio.automations.TriggersPage;
import io.tillflow.studio.instances.DataTable.Column;
import io.tillflow.studio.instances.Pieces;
import io.tillflow.studio.patterns.Pattern.Made;
import io.tillflow.studio.security.CurrentUser;
import io.tillflow.studio.security.Role;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;

/** Every pattern: what is watched, what that begins and when it was seen last. */
@Route("automations/patterns")
@RolesAllowed(Role.Is.VIEWER)
class PatternsView extends TriggersPage<Pattern> {
    static final TriggerKind KIND = new TriggerKind("patterns", "search", PatternsView.class, PatternView.class);

    private final transient PatternsDesk desk;
    private final transient AutomationsDesk automations;

    PatternsView(PatternsDesk desk, PatternsWatch watch, AutomationsDesk automations, CurrentUser user) {
        super(KIND, watch);
        this.desk = desk;
        this.automations = automations;
        build(user.has(Role.ANALYST));
    }

    @Override
    protected List<Column<Pattern>> columns() {
        return List.of(
                names(it -> PatternWords.state(this, it)),
                column("rule", "", it -> PatternWords.rule(this, it)),
                column("begins", "hide-s", it -> PatternWords.begins(this, it)),
                column("last", "hide-s", this::last));
    }

    private Component last(Pattern it) {
        Made latest = it.latest();
        return latest == null
                ? Pieces.text(getTranslation("automations.never"), "dim")
                : new Div(new Div(Pieces.ago(latest.receivedAt())), PatternWords.outcome(this, latest));
    }

    @Override
    protected void create(Runnable done) {
        new PatternDialog(this, desk, automations, null).then(done).open();
    }
}
