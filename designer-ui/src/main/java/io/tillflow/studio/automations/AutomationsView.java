package io.tillflow.studio.automations;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
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

/** Every process that a message begins: whether it acts, and what waits. */
@Route("automations")
@Menu(order = 20, title = "menu.automations", icon = "bolt")
@RolesAllowed(Role.Is.VIEWER)
class AutomationsView extends Div implements HasDynamicTitle {
    private final transient AutomationsDesk desk;
    private final transient AutomationsWatch watch;
    private final boolean analyst;
    private final Div notes = new Div();
    private final Div empty = new Div();
    private final DataTable<Automation> table;

    AutomationsView(AutomationsDesk desk, AutomationsWatch watch, CurrentUser user) {
        this.desk = desk;
        this.watch = watch;
        this.analyst = user.has(Role.ANALYST);
        this.table = new DataTable<>(
                getTranslation("menu.automations"),
                Automation::id,
                List.of(
                        column("name", "", this::name),
                        column("state", "", this::state),
                        column("runs", "r num", it -> figure(it.runsToday() == null ? -1 : it.runsToday())),
                        column("waiting", "r num", this::waiting),
                        column("last", "hide-s", this::last),
                        column("limits", "hide-s", it -> Cells.limits(this, it)),
                        column("change", "r", this::actions)));
        table.addClassNames("card", "automations");
        Frontend.require(this, "instances");
        table.onOpen(it -> UI.getCurrent().navigate(AutomationView.class, new RouteParameters("id", it.id())));
        notes.addClassName("connector-notes");
        add(new PageHead(getTranslation("menu.automations")), new AutomationTabs("automations"), notes, table, empty);
        show(watch.look());
        watch.follow(this, this::show);
    }

    private void show(Optional<List<Automation>> found) {
        notes.removeAll();
        empty.removeAll();
        table.setClassName("stale", found.isEmpty());
        if (found.isEmpty()) {
            notes.add(away());
            return;
        }
        table.show(found.get());
        table.setVisible(!found.get().isEmpty());
        if (found.get().isEmpty()) {
            empty.add(new EmptyState(
                    "bolt", getTranslation("automations.empty"), getTranslation("automations.empty.text")));
        }
    }

    private Div away() {
        Div note = new Div(
                Pieces.text(getTranslation("connectors.away"), "strong"), new Span(getTranslation("automations.away")));
        note.addClassNames("note", "incident");
        return note;
    }

    private Column<Automation> column(String key, String classes, Function<Automation, Component> cell) {
        return new Column<>(getTranslation("automations.column." + key), classes, cell);
    }

    private Component name(Automation it) {
        RouterLink link = new RouterLink();
        link.setRoute(AutomationView.class, new RouteParameters("id", it.id()));
        link.add(new Span(it.name() + " "), Pieces.text("v" + it.version(), "dim"));
        return new Div(new Div(link), Pieces.block(Cells.triggers(this, it), "meta"));
    }

    private Component state(Automation it) {
        Div cell = new Div(Cells.state(this, it), Cells.decided(it));
        it.overruled()
                .forEach(trigger -> cell.add(Pieces.block(
                        getTranslation(
                                "automations.overruled." + trigger.state(), String.join(", ", trigger.alsoBegins())),
                        "meta",
                        "down")));
        cell.addClassName("state-cell");
        return cell;
    }

    private Component waiting(Automation it) {
        Div cell = new Div(figure(it.waiting()));
        if (it.unwanted() > 0) {
            cell.add(Pieces.block(getTranslation("automations.unwanted", it.unwanted()), "meta"));
        }
        return cell;
    }

    private Component last(Automation it) {
        return it.lastEventAt() == null
                ? Pieces.text(getTranslation("automations.never"), "dim")
                : Pieces.ago(it.lastEventAt());
    }

    /** @param value below zero when nobody knows */
    private Span figure(long value) {
        Span span = new Span(value < 0 ? "–" : String.format(getLocale(), "%,d", value));
        span.setClassName("dim", value <= 0);
        return span;
    }

    private Component actions(Automation it) {
        if (!analyst) {
            return new Span();
        }
        return Pieces.button(getTranslation("automations.change"), "", () -> change(it), "sm");
    }

    private void change(Automation it) {
        new StateDialog(this, desk, it).then(() -> show(watch.look())).open();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("menu.automations") + " - Tillflow";
    }
}
