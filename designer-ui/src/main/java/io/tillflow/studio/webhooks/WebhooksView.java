package io.tillflow.studio.webhooks;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import io.tillflow.studio.automations.AutomationTabs;
import io.tillflow.studio.automations.AutomationsDesk;
import io.tillflow.studio.instances.DataTable;
import io.tillflow.studio.instances.DataTable.Column;
import io.tillflow.studio.instances.Pieces;
import io.tillflow.studio.kit.EmptyState;
import io.tillflow.studio.kit.Frontend;
import io.tillflow.studio.kit.PageHead;
import io.tillflow.studio.security.CurrentUser;
import io.tillflow.studio.security.Role;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Every webhook of one's own: where it is called, what that begins, what became of the last event. */
@Route("automations/webhooks")
@RolesAllowed(Role.Is.VIEWER)
class WebhooksView extends Div implements HasDynamicTitle {
    private final transient WebhooksDesk desk;
    private final transient WebhooksWatch watch;
    private final transient AutomationsDesk automations;
    private final Div notes = new Div();
    private final Div empty = new Div();
    private final DataTable<Webhook> table;

    WebhooksView(WebhooksDesk desk, WebhooksWatch watch, AutomationsDesk automations, CurrentUser user) {
        this.desk = desk;
        this.watch = watch;
        this.automations = automations;
        this.table = new DataTable<>(
                getTranslation("webhooks.tab"),
                Webhook::id,
                List.of(
                        column("name", "", this::name),
                        column("begins", "", it -> WebhookCells.begins(this, it)),
                        column("signing", "hide-s", it -> WebhookCells.signing(this, it)),
                        column("last", "hide-s", it -> WebhookCells.latest(this, it))));
        table.addClassNames("card", "automations");
        table.onOpen(it -> UI.getCurrent().navigate(WebhookView.class, new RouteParameters("id", it.id())));
        Frontend.require(this, "instances");
        notes.addClassName("connector-notes");
        NativeButton add = Pieces.button(getTranslation("webhooks.new"), "plus", this::create);
        add.setVisible(user.has(Role.ANALYST));
        Paragraph lead = new Paragraph(getTranslation("webhooks.lead"));
        lead.addClassName("meta");
        add(
                new PageHead(getTranslation("menu.automations")).actions(add),
                new AutomationTabs("automations/webhooks"),
                lead,
                notes,
                table,
                empty);
        show(watch.look());
        watch.follow(this, this::show);
    }

    private void show(Optional<List<Webhook>> found) {
        notes.removeAll();
        empty.removeAll();
        table.setClassName("stale", found.isEmpty());
        if (found.isEmpty()) {
            Div note = new Div(
                    Pieces.text(getTranslation("connectors.away"), "strong"),
                    new Span(getTranslation("webhooks.away")));
            note.addClassNames("note", "incident");
            notes.add(note);
            return;
        }
        table.show(found.get());
        table.setVisible(!found.get().isEmpty());
        if (found.get().isEmpty()) {
            empty.add(new EmptyState("link", getTranslation("webhooks.empty"), getTranslation("webhooks.empty.text")));
        }
    }

    private Column<Webhook> column(String key, String classes, Function<Webhook, Component> cell) {
        return new Column<>(getTranslation("webhooks.column." + key), classes, cell);
    }

    private Component name(Webhook it) {
        RouterLink link = new RouterLink();
        link.setRoute(WebhookView.class, new RouteParameters("id", it.id()));
        link.setText(it.id());
        return new Div(new Div(link), Pieces.block(it.url(), "mono", "dim", "url"));
    }

    private void create() {
        new WebhookDialog(this, desk, automations, null)
                .then(() -> show(watch.look()))
                .open();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("webhooks.tab") + " - Tillflow";
    }
}
