package io.tillflow.studio.tasks;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.Shortcuts;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import com.vaadin.flow.router.RouteParameters;
import io.tillflow.studio.instances.Commands;
import io.tillflow.studio.instances.LiveHistory;
import io.tillflow.studio.instances.Stories;
import io.tillflow.studio.instances.Stories.Story;
import io.tillflow.studio.kit.EmptyState;
import io.tillflow.studio.kit.Frontend;
import io.tillflow.studio.kit.Notices;
import io.tillflow.studio.kit.PageHead;
import io.tillflow.studio.security.CurrentUser;
import io.tillflow.studio.security.Role;
import io.tillflow.studio.tasks.TaskWork.Sheet;
import io.tillflow.studio.tasks.TaskWork.Taken;
import io.tillflow.studio.tasks.TaskWork.Task;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** The inbox at the left, the task in the middle, its surroundings at the right. */
@Route("tasks")
@RouteAlias("tasks/:key([0-9]+)")
@Menu(order = 50, title = "menu.tasks", icon = "inbox")
@RolesAllowed(Role.Is.VIEWER)
class TasksView extends Div implements HasDynamicTitle, BeforeEnterObserver, TaskPane.Actions {

    private final TaskWork work;
    private final Stories stories;
    private final Commands commands;
    private final TaskList list;
    private final TaskPane pane;
    private final TaskContext context = new TaskContext();
    private final EmptyState nothing;
    private volatile long key;
    private boolean completing;

    private record Reading(List<Task> tasks, Optional<Task> chosen, Optional<Sheet> sheet, Optional<Story> story) {}

    TasksView(TaskWork work, Stories stories, Commands commands, LiveHistory live, CurrentUser user, Clock clock) {
        this.work = work;
        this.stories = stories;
        this.commands = commands;
        addClassName("tk");
        boolean worker = user.has(Role.OPERATOR) || user.has(Role.MERCHANT);
        list = new TaskList(clock, user.name(), this::open);
        pane = new TaskPane(user.name(), worker, this);
        nothing = new EmptyState("inbox", getTranslation("tasks.choose"), getTranslation("tasks.choose.text"));
        Div left = new Div(new PageHead(getTranslation("tasks.title")), list);
        left.addClassName("lh");
        Div middle = new Div(pane, nothing);
        middle.addClassName("md");
        add(left, middle, context);
        Frontend.require(this, "instances");
        Shortcuts.addShortcutListener(this, pane::submit, Key.ENTER, KeyModifier.CONTROL)
                .listenOn(this);
        live.follow(this, change -> true, this::read, this::show);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        key = event.getRouteParameters()
                .get("key")
                .filter(it -> !it.isEmpty())
                .map(Long::parseLong)
                .orElse(0L);
        completing = false;
        show(read());
    }

    private void open(long taskKey) {
        getUI().ifPresent(ui -> ui.navigate(TasksView.class, new RouteParameters("key", String.valueOf(taskKey))));
    }

    private Reading read() {
        List<Task> open = work.open();
        Optional<Task> chosen = key == 0 ? Optional.empty() : work.find(key);
        return new Reading(
                open,
                chosen,
                chosen.map(it -> work.sheet(it.open())),
                chosen.flatMap(it -> stories.find(it.open().instanceKey())));
    }

    private void show(Reading reading) {
        list.show(reading.tasks(), key);
        boolean any = reading.chosen().isPresent();
        setClassName("chosen", key != 0);
        if (any) {
            Task task = reading.chosen().get();
            if (task.key() == key) {
                pane.show(task, reading.sheet().orElseThrow());
                reading.story().ifPresent(it -> context.show(task, it));
            }
        } else if (key != 0 && completing) {
            completing = false;
            Notices.done(getTranslation("tasks.done.visible"));
            close();
        } else if (key != 0) {
            pane.gone();
        }
        pane.setVisible(key != 0);
        context.setVisible(any);
        nothing.setVisible(key == 0);
    }

    @Override
    public void claim(Task task) {
        commands.run(this, () -> work.claim(task.key()), () -> show(read()), this::explain);
    }

    @Override
    public void giveBack(Task task) {
        commands.run(this, () -> work.giveBack(task.key()), () -> show(read()), this::explain);
    }

    @Override
    public void complete(Task task, String variables) {
        pane.busy(true);
        completing = true;
        commands.run(
                this,
                () -> work.complete(task.key(), variables),
                () -> Notices.done(getTranslation("tasks.done", task.name())),
                failure -> {
                    completing = false;
                    pane.busy(false);
                    explain(failure);
                });
    }

    @Override
    public void close() {
        getUI().ifPresent(ui -> ui.navigate(TasksView.class));
    }

    private void explain(RuntimeException failure) {
        switch (failure) {
            case Taken taken -> Notices.failed(getTranslation("tasks.taken", taken.person()));
            case io.tillflow.engine.Rejected gone
            when gone.why() == io.tillflow.engine.Rejected.Why.NOT_FOUND -> {
                Notices.failed(getTranslation("tasks.gone"));
                pane.gone();
            }
            default -> Commands.explain(this, failure);
        }
        show(read());
    }

    @Override
    public String getPageTitle() {
        return getTranslation("tasks.title") + " - Tillflow";
    }
}
