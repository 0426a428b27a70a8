package io.tillflow.studio.schedules;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.tillflow.studio.automations.AutomationsDesk;
import io.tillflow.studio.connectors.AskDialog;
import io.tillflow.studio.connectors.Attempt;
import io.tillflow.studio.connectors.Away;
import io.tillflow.studio.connectors.Refused;
import io.tillflow.studio.instances.Pieces;
import io.tillflow.studio.kit.EmptyState;
import io.tillflow.studio.kit.Frontend;
import io.tillflow.studio.kit.HasCrumbs;
import io.tillflow.studio.kit.PageHead;
import io.tillflow.studio.kit.SimpleTable;
import io.tillflow.studio.schedules.Schedule.Firing;
import io.tillflow.studio.security.CurrentUser;
import io.tillflow.studio.security.Role;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One schedule: when it is due next, what that begins, and what became of the last events. */
@Route("automations/schedules/:id")
@RolesAllowed(Role.Is.VIEWER)
class ScheduleView extends Div implements HasCrumbs, HasDynamicTitle, BeforeEnterObserver {
    private final transient SchedulesDesk desk;
    private final transient SchedulesWatch watch;
    private final transient AutomationsDesk automations;
    private final boolean analyst;
    private final Div content = new Div();
    private String id = "";
    private transient @Nullable Schedule shown;

    ScheduleView(SchedulesDesk desk, SchedulesWatch watch, AutomationsDesk automations, CurrentUser user) {
        this.desk = desk;
        this.watch = watch;
        this.automations = automations;
        this.analyst = user.has(Role.ANALYST);
        content.addClassName("automation");
        Frontend.require(this, "instances");
        add(content);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        id = event.getRouteParameters().get("id").orElse("");
        show(watch.look());
        watch.follow(this, this::show);
    }

    private void show(Optional<List<Schedule>> found) {
        content.setClassName("stale", found.isEmpty());
        Optional<Schedule> now = found.flatMap(
                all -> all.stream().filter(it -> it.id().equals(id)).findFirst());
        if (now.isPresent() && now.get().equals(shown)) {
            return;
        }
        if (now.isPresent()) {
            shown = now.get();
            fill(now.get());
        } else if (shown == null || found.isPresent()) {
            content.removeAll();
            content.add(new EmptyState(
                    "clock",
                    getTranslation(found.isEmpty() ? "connectors.away" : "schedules.unknown", id),
                    getTranslation(found.isEmpty() ? "schedules.away" : "schedules.empty.text")));
        }
    }

    private void fill(Schedule it) {
        content.removeAll();
        content.add(
                new PageHead(it.id()).beside(ScheduleCells.state(this, it)).actions(actions(it)), facts(it), ahead(it));
        try {
            content.add(firings(desk.firings(it.id())));
        } catch (Away | Refused away) {
            content.add(Pieces.block(getTranslation("schedules.away"), "meta"));
        }
    }

    private Component[] actions(Schedule it) {
        if (!analyst) {
            return new Component[0];
        }
        String turn = it.paused() ? "resume" : "pause";
        return new Component[] {
            Pieces.button(getTranslation("schedules.delete"), "trash", () -> delete(it), "risk"),
            Pieces.button(getTranslation("schedules.edit"), "pencil", () -> edit(it)),
            Pieces.button(getTranslation("schedules." + turn), it.paused() ? "play" : "pause", () -> turn(it)),
            Pieces.button(getTranslation("schedules.run"), "bolt", () -> run(it))
        };
    }

    private void edit(Schedule it) {
        new ScheduleDialog(this, desk, automations, it).then(this::refresh).open();
    }

    private void turn(Schedule it) {
        Attempt.of(
                this,
                () -> desk.pause(it.id(), !it.paused()),
                getTranslation(it.paused() ? "schedules.resume.done" : "schedules.pause.done", it.id()));
        refresh();
    }

    private void run(Schedule it) {
        String key = UUID.randomUUID().toString();
        new AskDialog(
                        getTranslation("schedules.run.title", it.id()),
                        getTranslation("schedules.run.text"),
                        "",
                        getTranslation("schedules.run"))
                .then(none ->
                        done(Attempt.of(this, () -> desk.run(it.id(), key), getTranslation("schedules.run.done"))))
                .open();
    }

    private void delete(Schedule it) {
        new AskDialog(
                        getTranslation("schedules.delete.title", it.id()),
                        getTranslation("schedules.delete.text"),
                        "",
                        getTranslation("schedules.delete"))
                .dangerous()
                .then(none -> {
                    boolean gone = Attempt.of(
                            this, () -> desk.delete(it.id()), getTranslation("schedules.delete.done", it.id()));
                    if (gone) {
                        UI.getCurrent().navigate(SchedulesView.class);
                    }
                    return gone;
                })
                .open();
    }

    private boolean done(boolean worked) {
        refresh();
        return worked;
    }

    private void refresh() {
        show(watch.look());
    }

    private Div facts(Schedule it) {
        Div facts = new Div();
        facts.addClassNames("card", "automation-facts");
        facts.add(fact("when", ScheduleCells.when(it)), fact("begins", ScheduleCells.begins(this, it)));
        Div missed = new Div(new Span(getTranslation("schedules.misfire." + it.misfire())));
        if (it.leftOut() > 0) {
            missed.add(Pieces.block(getTranslation("schedules.leftout", it.leftOut()), "meta"));
        }
        facts.add(fact("misfire", missed));
        facts.add(fact("changed", new Span(new Span(it.changedBy() + ", "), Pieces.ago(it.changedAt()))));
        return facts;
    }

    private Div fact(String key, Component value) {
        return new Div(Pieces.block(getTranslation("schedules.column." + key), "meta"), value);
    }

    private Div ahead(Schedule it) {
        Div card = new Div(new Header(new H2(getTranslation("schedules.ahead"))));
        card.addClassName("card");
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
        Div card = new Div(new Header(new H2(getTranslation("schedules.firings"))));
        card.addClassName("card");
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

    @Override
    public List<Crumb> crumbs() {
        return List.of(
                new Crumb(getTranslation("menu.automations"), "automations"),
                new Crumb(getTranslation("schedules.tab"), "automations/schedules"),
                new Crumb(id, null));
    }

    @Override
    public String getPageTitle() {
        return id + " - Tillflow";
    }
}
