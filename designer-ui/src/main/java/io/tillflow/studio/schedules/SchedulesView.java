package io.tillflow.studio.schedules;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.Route;
import io.tillflow.studio.automations.AutomationsDesk;
import io.tillflow.studio.automations.TriggerKind;
import io.tillflow.studio.automations.TriggersPage;
import io.tillflow.studio.instances.DataTable.Column;
import io.tillflow.studio.instances.Pieces;
import io.tillflow.studio.schedules.Schedule.Firing;
import io.tillflow.studio.security.CurrentUser;
import io.tillflow.studio.security.Role;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;

/** Every schedule: when it is due, what that begins and what became of the last time. */
@Route("automations/schedules")
@RolesAllowed(Role.Is.VIEWER)
class SchedulesView extends TriggersPage<Schedule> {
    static final TriggerKind KIND = new TriggerKind("schedules", "clock", SchedulesView.class, ScheduleView.class);

    private final transient SchedulesDesk desk;
    private final transient AutomationsDesk automations;

    SchedulesView(SchedulesDesk desk, SchedulesWatch watch, AutomationsDesk automations, CurrentUser user) {
        super(KIND, watch);
        this.desk = desk;
        this.automations = automations;
        build(user.has(Role.ANALYST));
    }

    @Override
    protected List<Column<Schedule>> columns() {
        return List.of(
                names(it -> ScheduleCells.state(this, it)),
                column("when", "", ScheduleCells::when),
                column("next", "", it -> ScheduleCells.next(this, it)),
                column("begins", "hide-s", it -> ScheduleCells.begins(this, it)),
                column("last", "hide-s", this::last));
    }

    private Component last(Schedule it) {
        Firing latest = it.latest();
        return latest == null
                ? Pieces.text(getTranslation("automations.never"), "dim")
                : new Div(new Div(Pieces.ago(latest.receivedAt())), ScheduleCells.outcome(this, latest));
    }

    @Override
    protected void create(Runnable done) {
        new ScheduleDialog(this, desk, automations, null).then(done).open();
    }
}
