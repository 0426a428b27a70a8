package io.tillflow.studio.webhooks;

import com.vaadin.flow.router.Route;
import io.tillflow.studio.automations.AutomationsDesk;
import io.tillflow.studio.automations.TriggerKind;
import io.tillflow.studio.automations.TriggersPage;
import io.tillflow.studio.instances.DataTable.Column;
import io.tillflow.studio.instances.Pieces;
import io.tillflow.studio.security.CurrentUser;
import io.tillflow.studio.security.Role;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;

/** Every webhook of one's own: where it is called, what that begins, what became of the last event. */
@Route("automations/webhooks")
@RolesAllowed(Role.Is.VIEWER)
class WebhooksView extends TriggersPage<Webhook> {
    static final TriggerKind KIND = new TriggerKind("webhooks", "link", WebhooksView.class, WebhookView.class);

    private final transient WebhooksDesk desk;
    private final transient AutomationsDesk automations;

    WebhooksView(WebhooksDesk desk, WebhooksWatch watch, AutomationsDesk automations, CurrentUser user) {
        super(KIND, watch);
        this.desk = desk;
        this.automations = automations;
        build(user.has(Role.ANALYST));
    }

    @Override
    protected List<Column<Webhook>> columns() {
        return List.of(
                names(it -> Pieces.block(it.url(), "mono", "dim", "url")),
                column("begins", "", it -> WebhookCells.begins(this, it)),
                column("signing", "hide-s", it -> WebhookCells.signing(this, it)),
                column("last", "hide-s", it -> WebhookCells.latest(this, it)));
    }

    @Override
    protected void create(Runnable done) {
        new WebhookDialog(this, desk, automations, null).then(done).open();
    }
}
