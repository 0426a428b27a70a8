package io.tillflow.studio.tasks;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.RouterLink;
import io.tillflow.studio.instances.Pieces;
import io.tillflow.studio.tasks.TaskWork.Sheet;
import io.tillflow.studio.tasks.TaskWork.Task;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The task in the middle: its name, its form, and at the bottom what completes it. */
final class TaskPane extends Div {

    /** What the person may do with the task that is shown. */
    interface Actions {
        void claim(Task task);

        void giveBack(Task task);

        void complete(Task task, String variables);

        void close();
    }

    private final Actions actions;
    private final String me;
    private final boolean worker;
    private final FormSheet form;
    private final Div head = new Div();
    private final Div body = new Div();
    private final Div foot = new Div();
    private final Div note = new Div();
    private final com.vaadin.flow.component.html.NativeButton complete;
    private @Nullable Task shown;
    private long sheetOf;

    TaskPane(String me, boolean worker, Actions actions) {
        this.me = me;
        this.worker = worker;
        this.actions = actions;
        form = new FormSheet(data -> {
            Task task = shown;
            if (task != null) {
                actions.complete(task, data);
            }
        });
        addClassName("frm");
        head.addClassName("fh");
        body.addClassName("fb");
        foot.addClassName("ff");
        note.addClassNames("note", "draft");
        note.setVisible(false);
        complete = Pieces.button(getTranslation("tasks.complete"), "check", form::submit, "pri");
        body.add(note, form);
        add(head, body, foot);
    }

    void show(Task task, Sheet sheet) {
        boolean same = sheetOf == task.key();
        boolean mineBefore = shown != null && mine(shown);
        shown = task;
        head();
        foot();
        form.setVisible(sheet.found());
        note(sheet);
        // what somebody has begun to fill in stays, until the task or who may fill it changes
        if (sheet.found() && (!same || mineBefore != mine(task))) {
            form.show(sheet.schema(), sheet.data(), !editable(task));
        }
        sheetOf = task.key();
    }

    /** The task that is shown was done by somebody else, or by the process itself. */
    void gone() {
        complete.setEnabled(false);
        note.setText(getTranslation("tasks.gone"));
        note.setVisible(true);
    }

    /** Completes the task that is shown, as its button does. */
    void submit() {
        if (foot.isVisible() && complete.isEnabled()) {
            form.submit();
        }
    }

    void busy(boolean yes) {
        complete.setEnabled(!yes);
    }

    private void note(Sheet sheet) {
        Task task = shown;
        Optional<String> other =
                task == null ? Optional.empty() : task.claimedBy().filter(it -> !it.equals(me));
        String text = !sheet.found()
                ? getTranslation("tasks.noform")
                : other.map(it -> getTranslation("tasks.taken", it)).orElse("");
        note.setText(text);
        note.setVisible(!text.isEmpty());
    }

    private void head() {
        Task task = shown;
        head.removeAll();
        if (task == null) {
            return;
        }
        Div row = new Div(
                Pieces.button("", "left", actions::close, "ghost", "ic", "back"),
                new H1(task.name()),
                Pieces.text("", "grow"));
        row.addClassName("row");
        if (worker && mine(task)) {
            row.add(Pieces.button(getTranslation("tasks.giveback"), "", () -> actions.giveBack(task), "ghost"));
        } else if (worker && task.claimedBy().isEmpty()) {
            row.add(Pieces.button(getTranslation("tasks.claim"), "", () -> actions.claim(task)));
        }
        RouterLink order = Pieces.instanceLink(
                task.open().instanceKey(),
                getTranslation("tasks.order", task.open().businessKey()));
        Div under = new Div(
                order,
                Pieces.text("·", "dim"),
                new Span(task.process() + " v" + task.open().version()));
        under.addClassNames("meta", "num", "row");
        head.add(row, under);
    }

    private void foot() {
        Task task = shown;
        foot.removeAll();
        if (task != null && editable(task)) {
            complete.setEnabled(true);
            foot.add(complete, Pieces.text(getTranslation("tasks.complete.help"), "meta"));
        }
        foot.setVisible(task != null && editable(task));
    }

    private boolean mine(Task task) {
        return task.claimedBy().filter(me::equals).isPresent();
    }

    private boolean editable(Task task) {
        return worker && (task.claimedBy().isEmpty() || mine(task));
    }
}
