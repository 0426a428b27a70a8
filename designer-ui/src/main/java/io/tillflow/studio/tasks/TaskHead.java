package io.tillflow.studio.tasks;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import io.tillflow.studio.instances.Pieces;
import io.tillflow.studio.instances.Texts;
import io.tillflow.studio.kit.Badge;
import io.tillflow.studio.kit.State;
import io.tillflow.studio.kit.Times;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The name of a task, how late it is, and whose it is to do.
 *
 * <p>It is shown anew whenever something happens to the task, which may be just when somebody presses a button. So the
 * buttons and the link stay the same all along, and a press of them always arrives.
 */
final class TaskHead extends Div {

    private final String me;
    private final boolean worker;
    private final Clock clock;
    private final H1 name = new H1();
    private final Span marks = Pieces.text("", "row");
    private final Span instance = new Span();
    private final Span facts = Pieces.text("", "row");
    private final NativeButton giveBack;
    private final NativeButton claim;
    private @Nullable Task shown;

    TaskHead(String me, boolean worker, Clock clock, TaskPane.Actions actions) {
        this.me = me;
        this.worker = worker;
        this.clock = clock;
        NativeButton back = Pieces.button("", "left", actions::close, "ghost", "ic", "back");
        back.setAriaLabel(getTranslation("tasks.back"));
        giveBack = Pieces.button(getTranslation("tasks.giveback"), "", () -> withShown(actions::giveBack), "ghost");
        claim = Pieces.button(getTranslation("tasks.claim"), "", () -> withShown(actions::claim));
        NativeButton assign =
                Pieces.button(getTranslation("tasks.assign"), "", () -> withShown(actions::assign), "ghost");
        NativeButton plan = Pieces.button("", "more", () -> withShown(actions::plan), "ghost", "ic");
        plan.setAriaLabel(getTranslation("tasks.plan"));
        plan.setTitle(getTranslation("tasks.plan"));
        assign.setVisible(worker);
        plan.setVisible(worker);
        Div row = new Div(back, name, marks, Pieces.text("", "grow"), giveBack, claim, assign, plan);
        row.addClassName("row");
        Div under = new Div(instance, facts);
        under.addClassNames("meta", "num", "row");
        addClassName("fh");
        add(row, under);
    }

    void show(Task task) {
        name.setText(task.name());
        mark(task);
        giveBack.setVisible(worker && task.claimedBy().filter(me::equals).isPresent());
        claim.setVisible(worker && task.claimedBy().isEmpty());
        link(task);
        facts.removeAll();
        facts.add(
                Pieces.text("·", "dim"),
                new Span(task.process() + " v" + task.open().version()));
        task.plan().followUp().filter(clock.instant()::isBefore).ifPresent(it -> {
            Span rests = new Span(getTranslation("tasks.rests", DueMark.day(it, clock, getLocale())));
            rests.setTitle(Texts.exact(it, getLocale()));
            facts.add(Pieces.text("·", "dim"), rests);
        });
        shown = task;
    }

    private void link(Task task) {
        if (shown != null && shown.key() == task.key()) {
            return;
        }
        String order = task.open().businessKey();
        instance.removeAll();
        instance.add(Pieces.instanceLink(
                task.open().instanceKey(), order.isEmpty() ? getTranslation("tasks.instance") : order));
    }

    private void mark(Task task) {
        marks.removeAll();
        Instant now = clock.instant();
        task.due().filter(now::isAfter).ifPresent(due -> {
            String late = getTranslation("tasks.late", Times.duration(Duration.between(due, now)));
            marks.add(new Badge(State.INCIDENT, late));
        });
        if (task.plan().priority().compareTo(Priority.NORMAL) > 0) {
            marks.add(DueMark.priority(this, task.plan().priority()));
        }
        marks.setVisible(marks.getComponentCount() > 0);
    }

    private void withShown(Consumer<Task> action) {
        if (shown != null) {
            action.accept(shown);
        }
    }
}
