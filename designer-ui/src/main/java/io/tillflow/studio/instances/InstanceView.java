package io.tillflow.studio.instances;

import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import io.tillflow.engine.Modification;
import io.tillflow.engine.history.HistoryChange;
import io.tillflow.studio.instances.Stories.Story;
import io.tillflow.studio.kit.CanvasPage;
import io.tillflow.studio.kit.HasCrumbs;
import io.tillflow.studio.kit.Notices;
import io.tillflow.studio.repair.Planner;
import io.tillflow.studio.repair.Repair;
import io.tillflow.studio.repair.RepairDesk;
import io.tillflow.studio.security.CurrentUser;
import io.tillflow.studio.security.Role;
import io.tillflow.studio.watch.Watch;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One instance: its way over the diagram, what is wrong with it, and what it knows. */
@Route("instances/:key([0-9]+)")
@RolesAllowed(Role.Is.VIEWER)
class InstanceView extends Div implements CanvasPage, HasCrumbs, HasDynamicTitle, BeforeEnterObserver {

    private final Stories stories;
    private final Watch watch;
    private final RepairDesk desk;
    private final InstanceActions actions;
    private final Commands commands;
    private final InstanceHead head;
    private final ModifyPane modify;
    private final ReplayBar replay = new ReplayBar(this::replay);
    private final Stage stage;
    private final StallNotes stalls = new StallNotes();
    private final PastNote past = new PastNote(replay::toNow);
    private final Repairs repairs;
    private final ElementPane element;
    private final StoryTabs tabs;
    private volatile long key;
    private volatile @Nullable Story story;
    private @Nullable Story viewed;
    private Optional<Instant> at = Optional.empty();
    private Chosen selected = Chosen.NONE;
    private boolean cancelling;
    private long modified;

    InstanceView(
            Stories stories,
            Watch watch,
            RepairDesk desk,
            Planner planner,
            MigrationSides sides,
            Rows rows,
            Commands commands,
            LiveHistory live,
            CurrentUser user,
            Clock clock) {
        this.stories = stories;
        this.watch = watch;
        this.desk = desk;
        this.actions = new InstanceActions(this, desk, sides, rows, commands);
        this.commands = commands;
        stage = new Stage(this::choose, stories::title, replay);
        boolean operator = user.has(Role.OPERATOR);
        repairs = new Repairs(desk, commands, operator);
        head = new InstanceHead(
                operator,
                stories::title,
                new InstanceHead.Acts(
                        () -> with(repairs::retryAll),
                        () -> with(this::beginModifying),
                        () -> with(actions::migrate),
                        () -> with(it -> actions.cancel(key, it.name(), sent -> cancelling = sent)),
                        () -> with(it -> actions.delete(key, it.name(), this::leave))));
        modify = new ModifyPane(planner, this::draw, this::modify, this::endModifying);
        tabs = new StoryTabs(
                this,
                new VariablesTab(operator, variable -> actions.change(key, variable), stories::changes),
                new DecisionsTab(stories),
                new TimelineTab(clock, desk));
        element = new ElementPane(stories, this::choose, operator ? Optional.of(actions::publish) : Optional.empty());
        addClassName("inst");
        Aside pane = new Aside(past, stalls, modify, repairs, element);
        pane.addClassName("pane");
        tabs.addTo(pane);
        add(head, stage, pane);
        live.follow(this, this::concerns, () -> stories.find(key), this::refresh);
    }

    private boolean concerns(HistoryChange change) {
        Story now = story;
        return change.touches(key)
                || (now != null
                        && now.facts().calls().called().stream()
                                .anyMatch(it -> change.touches(it.instance().key())));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        long wanted = event.getRouteParameters().get("key").map(Long::parseLong).orElse(0L);
        boolean another = key != 0 && key != wanted;
        key = wanted;
        Story found = stories.find(key)
                .orElseThrow(() -> new NotFoundException(getTranslation("instances.notfound", String.valueOf(key))));
        if (another) {
            forget();
        }
        stages(found);
        show(found);
    }

    /** From one instance to another the page stays, and what was done on it was about the one before. */
    private void forget() {
        viewed = null;
        at = Optional.empty();
        cancelling = false;
        modified = 0;
        endModifying();
        replay.toNow();
    }

    private void stages(Story found) {
        stories.bpmn(found.facts().instance().definitionKey()).ifPresent(stage::file);
    }

    private void refresh(Optional<Story> fresh) {
        if (fresh.isEmpty()) {
            leave();
        }
        fresh.filter(it -> it.facts().instance().key() == key).ifPresent(it -> {
            Story before = story;
            if (before != null
                    && before.facts().instance().definitionKey()
                            != it.facts().instance().definitionKey()) {
                stages(it);
            }
            if (!it.equals(before)) {
                show(it);
            }
        });
    }

    private void show(Story fresh) {
        story = fresh;
        if (cancelling && !fresh.facts().instance().state().open()) {
            cancelling = false;
            Notices.done(getTranslation("instances.cancel.visible"));
        }
        if (modified > 0 && fresh.facts().tokens().stream().anyMatch(it -> it.elementInstanceKey() > modified)) {
            modified = 0;
            Notices.done(getTranslation("instances.modify.visible"));
        }
        head.show(fresh);
        modify.show(fresh);
        repairs.show(fresh);
        stalls.show(watch.of(key), fresh.model());
        replay.show(fresh);
        look();
    }

    /** Looks at the instance as it was, or as it is; what acts on it is there only now. */
    private void replay(Optional<Instant> instant) {
        at = instant;
        look();
    }

    private void look() {
        Story now = story;
        if (now == null) {
            return;
        }
        Story seen = at.map(it -> stories.at(now, it)).orElse(now);
        viewed = seen;
        setClassName("past", at.isPresent());
        past.show(at);
        draw();
        element.show(seen, selected);
        tabs.show(seen, !selected.none());
    }

    private void choose(Chosen chosen) {
        if (modify.isVisible()) {
            selected = chosen;
            modify.choose(chosen.elementId());
            return;
        }
        selected = chosen.equals(selected) ? Chosen.NONE : chosen;
        Story now = viewed;
        if (now != null) {
            draw();
            element.show(now, selected);
            tabs.show(now, !selected.none());
        }
    }

    private void draw() {
        Story now = viewed;
        if (now != null) {
            stage.show(now, modify.isVisible() ? Chosen.element(modify.chosen()) : selected, modify.changes());
        }
    }

    private void beginModifying(Story now) {
        selected = Chosen.NONE;
        at = Optional.empty();
        modify.begin(now);
        replay.setVisible(false);
        look();
    }

    private void endModifying() {
        selected = Chosen.NONE;
        replay.setVisible(true);
        modify.end();
    }

    private void modify(Modification modification) {
        Story now = story;
        long changed = key;
        modified = now == null
                ? 0
                : now.facts().elements().stream()
                        .mapToLong(it -> it.key())
                        .max()
                        .orElse(0);
        commands.run(
                this,
                () -> desk.order(new Repair.Modify(changed, modification)),
                () -> {
                    if (key == changed) {
                        endModifying();
                    }
                    Notices.done(getTranslation("instances.modify.accepted"));
                },
                failure -> {
                    modified = 0;
                    Commands.explain(this, failure);
                });
    }

    private void with(Consumer<Story> act) {
        Story now = story;
        if (now != null) {
            act.accept(now);
        }
    }

    /** It is gone from history, by whoever deleted it. */
    private void leave() {
        if (story != null) {
            story = null;
            Notices.done(getTranslation("instances.delete.visible"));
            getUI().ifPresent(ui -> ui.navigate(InstancesView.class));
        }
    }

    @Override
    public List<Crumb> crumbs() {
        Story now = story;
        return now == null
                ? List.of(new Crumb(getTranslation("instances.title"), "instances"))
                : List.of(
                        new Crumb(getTranslation("instances.title"), "instances"),
                        new Crumb(
                                now.model().title(),
                                "instances?process=" + now.facts().instance().processId()),
                        new Crumb(now.name(), null));
    }

    @Override
    public String getPageTitle() {
        return (story == null ? "" : story.name() + " - ") + "Tillflow";
    }
}
