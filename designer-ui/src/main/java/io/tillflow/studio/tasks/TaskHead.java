package io.tillflow.studio.tasks;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import io.tillflow.studio.instances.Pieces;
import io.tillflow.studio.kit.Badge;
import io.tillflow.studio.kit.State;
import io.tillflow.studio.kit.Times;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** The name of a task, how late it is, and whose it is to do. */
final class TaskHead extends Div {

    private final String me;
    private final boolean worker;
    private final Clock clock;
    private final TaskPane.Actions actions;

    TaskHead(String me, boolean worker, Clock clock, TaskPane.Actions actions) {
        this.me = me;
        this.worker = worker;
        this.clock = clock;
        this.actions = actions;
        addClassName("fh");
    }

    void show(Task task) {
        removeAll();
        NativeButton back = Pieces.button("", "left", actions::close, "ghost", "ic", "back");
        back.setAriaLabel(getTranslation("tasks.back"));
        Div row = new Div(back, new H1(task.name()));
        row.addClassName("row");
        marks(row, task);
        row.add(Pieces.text("", "grow"));
        if (worker) {
            buttons(row, task);
        }
        String order = task.open().businessKey();
        Div under = new Div(
                Pieces.instanceLink(
                        task.open().instanceKey(), order.isEmpty() ? getTranslation("tasks.instance") : order),
                Pieces.text("·", "dim"),
                new Span(task.process() + " v" + task.open().version()));
        under.addClassNames("meta", "num", "row");
        task.plan().followUp().filter(clock.instant()::isBefore).ifPresent(it -> {
            Span rests = new Span(getTranslation("tasks.rests", DueMark.day(it, clock, getLocale())));
            rests.setTitle(io.tillflow.studio.instances.Texts.exact(it, getLocale()));
            under.add(Pieces.text("·", "dim"), rests);
        });
        add(row, under);
    }

    private void marks(Div row, Task task) {
        Instant now = clock.instant();
        task.due().filter(now::isAfter).ifPresent(due -> {
            String late = getTranslation("tasks.late", Times.duration(Duration.between(due, now)));
            row.add(new Badge(State.INCIDENT, late));
        });
        if (task.plan().priority().compareTo(Priority.NORMAL) > 0) {
            row.add(DueMark.priority(this, task.plan().priority()));
        }
    }

    private void buttons(Div row, Task task) {
        boolean mine = task.claimedBy().filter(me::equals).isPresent();
        if (mine) {
            row.add(Pieces.button(getTranslation("tasks.giveback"), "", () -> actions.giveBack(task), "ghost"));
        } else if (task.claimedBy().isEmpty()) {
            row.add(Pieces.button(getTranslation("tasks.claim"), "", () -> actions.claim(task)));
        }
        NativeButton plan = Pieces.button("", "more", () -> actions.plan(task), "ghost", "ic");
        plan.setAriaLabel(getTranslation("tasks.plan"));
        plan.setTitle(getTranslation("tasks.plan"));
        row.add(Pieces.button(getTranslation("tasks.assign"), "", () -> actions.assign(task), "ghost"), plan);
    }
}
