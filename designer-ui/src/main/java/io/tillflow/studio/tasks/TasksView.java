package io.tillflow.studio.tasks;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.ShortcutRegistration;
import com.vaadin.flow.component.Shortcuts;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import com.vaadin.flow.router.RouteParameters;
import io.tillflow.studio.instances.Commands;
import io.tillflow.studio.instances.DiagramDialog;
import io.tillflow.studio.instances.LiveHistory;
import io.tillflow.studio.instances.Stories.Story;
import io.tillflow.studio.kit.EmptyState;
import io.tillflow.studio.kit.Frontend;
import io.tillflow.studio.kit.Notices;
import io.tillflow.studio.kit.PageHead;
import io.tillflow.studio.security.CurrentUser;
import io.tillflow.studio.security.Role;
import io.tillflow.studio.shop.ConversationCard;
import io.tillflow.studio.shop.ShopBook;
import io.tillflow.studio.shop.ShopDesk;
import io.tillflow.studio.tasks.DraftKeeper.Answer;
import io.tillflow.studio.tasks.Drafts.Draft;
import io.tillflow.studio.tasks.TaskDesk.Reading;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicReference;

/** The inbox at the left, the task in the middle, its surroundings at the right. */
@Route("tasks")
@RouteAlias("tasks/:key([0-9]+)")
@Menu(order = 50, title = "menu.tasks", icon = "inbox")
@RolesAllowed(Role.Is.VIEWER)
class TasksView extends Div implements HasDynamicTitle, BeforeEnterObserver, TaskPane.Actions {

    private final TaskDesk desk;
    private final Commands commands;
    private final String me;
    private final boolean worker;
    private final TaskList list;
    private final TaskPane pane;
    private final TaskContext context;
    private final EmptyState nothing;
    private volatile long key;
    private volatile TaskQuery query = TaskQuery.INITIAL;
    private boolean completing;

    TasksView(
            TaskDesk desk,
            ShopBook book,
            ShopDesk shop,
            Commands commands,
            LiveHistory live,
            CurrentUser user,
            Clock clock) {
        this.desk = desk;
        this.commands = commands;
        this.me = user.name();
        addClassName("tk");
        worker = user.has(Role.OPERATOR) || user.has(Role.MERCHANT);
        list = new TaskList(
                clock,
                me,
                this::open,
                this::ask,
                groups -> act(() -> desk.notes().groups(groups)));
        pane = new TaskPane(
                me, worker, clock, new ConversationCard(book, shop, commands, () -> completing = true), this);
        context = new TaskContext(worker, this::comment, this::onTheDiagram);
        nothing = new EmptyState("inbox", getTranslation("tasks.choose"), getTranslation("tasks.choose.text"));
        Div left = new Div(new PageHead(getTranslation("tasks.title")).actions(list.filterButton()), list);
        left.addClassName("lh");
        Div middle = new Div(pane, nothing);
        middle.addClassName("md");
        add(left, middle, context, new TaskKeys(this::pressed));
        Frontend.require(this, "instances");
        // wherever the focus is: who came by keys may have it nowhere
        ShortcutRegistration submit = Shortcuts.addShortcutListener(this, pane::submit, Key.ENTER, KeyModifier.CONTROL);
        ShortcutRegistration save = Shortcuts.addShortcutListener(this, pane::save, Key.KEY_S, KeyModifier.CONTROL);
        submit.setBrowserDefaultAllowed(false);
        save.setBrowserDefaultAllowed(false);
        live.follow(this, change -> true, this::read, this::show);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        key = event.getRouteParameters()
                .get("key")
                .filter(it -> !it.isEmpty())
                .map(Long::parseLong)
                .orElse(0L);
        try {
            query = TaskParameters.parse(
                    event.getLocation().getQueryParameters().getParameters(), TaskQuery.INITIAL);
        } catch (IllegalArgumentException unreadable) {
            Notices.failed(getTranslation("instances.filter.unreadable"));
            query = TaskQuery.INITIAL;
        }
        completing = false;
        show(read());
    }

    private void open(long taskKey) {
        go(query, new RouteParameters("key", String.valueOf(taskKey)));
    }

    /** Shows what fits another query; it is in the address, so that it can be shared and found again. */
    private void ask(TaskQuery wanted) {
        go(wanted, key == 0 ? RouteParameters.empty() : new RouteParameters("key", String.valueOf(key)));
    }

    private void go(TaskQuery wanted, RouteParameters task) {
        QueryParameters address = new QueryParameters(TaskParameters.address(wanted, TaskQuery.INITIAL));
        getUI().ifPresent(ui -> ui.navigate(TasksView.class, task, address));
    }

    private Reading read() {
        return desk.read(me, worker, query, key);
    }

    private void show(Reading reading) {
        if (!reading.listing().query().equals(query)) {
            return; // asked for something else meanwhile
        }
        list.show(reading.listing(), key);
        boolean any = reading.chosen().isPresent();
        setClassName("chosen", key != 0);
        if (any) {
            Task task = reading.chosen().get();
            if (task.key() == key) {
                pane.show(task, reading.sheet().orElseThrow(), reading.conversation());
                reading.story().ifPresent(it -> context.show(task, it, reading.comments()));
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

    private void pressed(String name) {
        switch (name) {
            case "j" -> list.move(1);
            case "k" -> list.move(-1);
            case "/" -> list.search();
            case "c" ->
                pane.shown().filter(it -> worker && it.claimedBy().isEmpty()).ifPresent(this::claim);
            case "a" -> pane.shown().filter(it -> worker).ifPresent(this::assign);
            case "p" -> pane.shown().filter(it -> worker).ifPresent(this::plan);
            default -> {
                // the browser sends no other
            }
        }
    }

    @Override
    public void claim(Task task) {
        act(() -> desk.work().claim(task.key()));
    }

    @Override
    public void giveBack(Task task) {
        act(() -> desk.work().giveBack(task.key()));
    }

    @Override
    public void assign(Task task) {
        new AssignDialog(
                        task,
                        desk.colleagues(),
                        to -> act(() ->
                                desk.work().assign(task.key(), task.claimedBy().orElse(""), to)))
                .open();
    }

    @Override
    public void plan(Task task) {
        new PlanDialog(task, plan -> act(() -> desk.notes().plan(task.key(), plan))).open();
    }

    private void comment(String text) {
        long of = key;
        act(() -> desk.notes().comment(of, text));
    }

    private void act(Runnable command) {
        commands.run(this, command, () -> show(read()), this::explain);
    }

    private void onTheDiagram(Story story, List<String> next) {
        pane.shown()
                .ifPresent(task -> desk.bpmn(task.open().definitionKey())
                        .ifPresent(bpmn ->
                                new DiagramDialog(story, bpmn, task.open().elementId(), next).open()));
    }

    @Override
    public void save(long taskKey, String data, OptionalLong expected, Answer answer) {
        AtomicReference<Draft> saved = new AtomicReference<>();
        commands.run(
                this,
                () -> saved.set(desk.notes().draft(taskKey, data, expected)),
                () -> answer.saved().accept(saved.get()),
                answer.failed());
    }

    @Override
    public void reload() {
        show(read());
    }

    @Override
    public void complete(Task task, String variables) {
        pane.busy(true);
        completing = true;
        commands.run(
                this,
                () -> desk.work().complete(task.key(), variables),
                () -> Notices.done(getTranslation("tasks.done", task.name())),
                failure -> {
                    completing = false;
                    pane.busy(false);
                    explain(failure);
                });
    }

    @Override
    public void close() {
        go(query, RouteParameters.empty());
    }

    @Override
    public void explain(RuntimeException failure) {
        TaskTroubles.say(this, failure);
        show(read());
    }

    @Override
    public String getPageTitle() {
        return getTranslation("tasks.title") + " - Tillflow";
    }
}
