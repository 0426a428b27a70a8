package io.tillflow.studio.schedules;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.Route;
import io.tillflow.studio.automations.AutomationsDesk;
import io.tillflow.studio.automations.TimedPage;
import io.tillflow.studio.connectors.Away;
import io.tillflow.studio.connectors.Refused;
import io.tillflow.studio.instances.Pieces;
import io.tillflow.studio.kit.PageHead;
import io.tillflow.studio.kit.SimpleTable;
import io.tillflow.studio.schedules.Schedule.Firing;
import io.tillflow.studio.security.CurrentUser;
import io.tillflow.studio.security.Role;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;

/** One schedule: when it is due next, what that begins, and what became of the last events. */
@Route("automations/schedules/:id")
@RolesAllowed(Role.Is.VIEWER)
class ScheduleView extends TimedPage<Schedule> {
    private final transient SchedulesDesk desk;
    private final transient AutomationsDesk automations;

    ScheduleView(SchedulesDesk desk, SchedulesWatch watch, AutomationsDesk automations, CurrentUser user) {
        super(SchedulesView.KIND, watch, user.has(Role.ANALYST));
        this.desk = desk;
        this.automations = automations;
    }

    @Override
    protected Component[] parts(Schedule it) {
        return new Component[] {
            new PageHead(it.id()).beside(ScheduleCells.state(this, it)).actions(actions(it)),
            facts(it),
            ahead(it),
            firings(it)
        };
    }

    @Override
    protected void edit(Schedule it) {
        new ScheduleDialog(this, desk, automations, it).then(this::refresh).open();
    }

    @Override
    protected void pause(String id, boolean paused) {
        desk.pause(id, paused);
    }

    @Override
    protected void run(String id, String key) {
        desk.run(id, key);
    }

    @Override
    protected void remove(String id) {
        desk.delete(id);
    }

    private Div facts(Schedule it) {
        Div missed = new Div(new Span(getTranslation("schedules.misfire." + it.misfire())));
        if (it.leftOut() > 0) {
            missed.add(Pieces.block(getTranslation("schedules.leftout", it.leftOut()), "meta"));
        }
        return facts(
                fact("when", ScheduleCells.when(it)),
                fact("begins", ScheduleCells.begins(this, it)),
                fact("misfire", missed),
                fact("changed", new Span(new Span(it.changedBy() + ", "), Pieces.ago(it.changedAt()))));
    }

    private Component firings(Schedule it) {
        try {
            return firings(desk.firings(it.id()));
        } catch (Away | Refused away) {
            return Pieces.block(getTranslation("schedules.away"), "meta");
        }
    }

    private Div ahead(Schedule it) {
        Div card = card("ahead");
        Div list = new Div();
        list.addClassName("card-text");
        it.next().forEach(due -> list.add(Pieces.block(ScheduleCells.local(due, it.zone(), getLocale()), "num")));
        if (it.next().isEmpty()) {
            list.add(ScheduleCells.next(this, it));
        }
        Pre data = new Pre(it.data().toPrettyString());
        data.addClassNames("mono", "payload");
        list.add(Pieces.block(getTranslation("schedules.data"), "meta"), data);
        card.add(list);
        return card;
    }

    private Div firings(List<Firing> items) {
        Div card = card("firings");
        if (items.isEmpty()) {
            card.add(Pieces.block(getTranslation("schedules.firings.empty"), "meta", "card-text"));
            return card;
        }
        SimpleTable table = new SimpleTable(
                getTranslation("schedules.firing.came"),
                getTranslation("schedules.firing.event"),
                getTranslation("schedules.firing.outcome"));
        table.removeClassName("card");
        items.forEach(it -> table.row(
                Pieces.ago(it.receivedAt()),
                Pieces.text(it.id().substring(it.id().indexOf('@') + 1), "mono", "dim"),
                ScheduleCells.outcome(this, it)));
        card.add(table);
        return card;
    }
}
