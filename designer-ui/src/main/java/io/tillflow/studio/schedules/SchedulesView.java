package io.tillflow.studio.schedules;

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
import io.tillflow.studio.schedules.Schedule.Firing;
import io.tillflow.studio.security.CurrentUser;
import io.tillflow.studio.security.Role;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Every schedule: when it is due, what that begins and what became of the last time. */
@Route("automations/schedules")
@RolesAllowed(Role.Is.VIEWER)
class SchedulesView extends Div implements HasDynamicTitle {
    private final transient SchedulesDesk desk;
    private final transient SchedulesWatch watch;
    private final transient AutomationsDesk automations;
    private final Div notes = new Div();
    private final Div empty = new Div();
    private final DataTable<Schedule> table;

    SchedulesView(SchedulesDesk desk, SchedulesWatch watch, AutomationsDesk automations, CurrentUser user) {
        this.desk = desk;
        this.watch = watch;
        this.automations = automations;
        this.table = new DataTable<>(
                getTranslation("schedules.tab"),
                Schedule::id,
                List.of(
                        column("name", "", this::name),
                        column("when", "", ScheduleCells::when),
                        column("next", "", it -> ScheduleCells.next(this, it)),
                        column("begins", "hide-s", it -> ScheduleCells.begins(this, it)),
                        column("last", "hide-s", this::last)));
        table.addClassNames("card", "automations");
        table.onOpen(it -> UI.getCurrent().navigate(ScheduleView.class, new RouteParameters("id", it.id())));
        Frontend.require(this, "instances");
        notes.addClassName("connector-notes");
        NativeButton add = Pieces.button(getTranslation("schedules.new"), "plus", this::create);
        add.setVisible(user.has(Role.ANALYST));
        Paragraph lead = new Paragraph(getTranslation("schedules.lead"));
        lead.addClassName("meta");
        add(
                new PageHead(getTranslation("menu.automations")).actions(add),
                new AutomationTabs("automations/schedules"),
                lead,
                notes,
                table,
                empty);
        show(watch.look());
        watch.follow(this, this::show);
    }

    private void show(Optional<List<Schedule>> found) {
        notes.removeAll();
        empty.removeAll();
        table.setClassName("stale", found.isEmpty());
        if (found.isEmpty()) {
            Div note = new Div(
                    Pieces.text(getTranslation("connectors.away"), "strong"),
                    new Span(getTranslation("schedules.away")));
            note.addClassNames("note", "incident");
            notes.add(note);
            return;
        }
        table.show(found.get());
        table.setVisible(!found.get().isEmpty());
        if (found.get().isEmpty()) {
            empty.add(
                    new EmptyState("clock", getTranslation("schedules.empty"), getTranslation("schedules.empty.text")));
        }
    }

    private Column<Schedule> column(String key, String classes, Function<Schedule, Component> cell) {
        return new Column<>(getTranslation("schedules.column." + key), classes, cell);
    }

    private Component name(Schedule it) {
        RouterLink link = new RouterLink();
        link.setRoute(ScheduleView.class, new RouteParameters("id", it.id()));
        link.setText(it.id());
        return new Div(new Div(link), ScheduleCells.state(this, it));
    }

    private Component last(Schedule it) {
        Firing latest = it.latest();
        return latest == null
                ? Pieces.text(getTranslation("automations.never"), "dim")
                : new Div(new Div(Pieces.ago(latest.receivedAt())), ScheduleCells.outcome(this, latest));
    }

    private void create() {
        new ScheduleDialog(this, desk, automations, null)
                .then(() -> show(watch.look()))
                .open();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("schedules.tab") + " - Tillflow";
    }
}
