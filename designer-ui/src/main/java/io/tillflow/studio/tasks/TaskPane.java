package io.tillflow.studio.tasks;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import io.tillflow.studio.instances.Pieces;
import io.tillflow.studio.shop.Conversation;
import io.tillflow.studio.shop.ConversationCard;
import io.tillflow.studio.shop.Judged;
import io.tillflow.studio.tasks.DraftKeeper.Saving;
import io.tillflow.studio.tasks.Drafts.Draft;
import io.tillflow.studio.tasks.Sheets.Sheet;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The task in the middle: its name, its form, and at the bottom what completes it. */
final class TaskPane extends Div implements DraftKeeper.Page {

    /** What the person may do with the task that is shown. */
    interface Actions extends Saving {
        void claim(Task task);

        void giveBack(Task task);

        void assign(Task task);

        void plan(Task task);

        void complete(Task task, String variables);

        /** Reads the task anew, and shows its draft as it is saved. */
        void reload();

        void explain(RuntimeException failure);

        void close();
    }

    private final Actions actions;
    private final ConversationCard talk;
    private final String me;
    private final boolean worker;
    private final FormSheet form;
    private final DraftKeeper keeper;
    private final TaskHead head;
    private final Div foot = new Div();
    private final Div note = new Div();
    private final Span noteText = new Span();
    private final NativeButton load;
    private final NativeButton complete;
    private final NativeButton save;
    private final Span saved = new Span();
    private @Nullable Task shown;
    private long sheetOf;

    /** @param talk the conversation that a task may be about */
    TaskPane(String me, boolean worker, Clock clock, ConversationCard talk, Actions actions) {
        this.me = me;
        this.worker = worker;
        this.actions = actions;
        this.talk = talk;
        keeper = new DraftKeeper(actions, this);
        form = new FormSheet(keeper::changed, this::complete);
        head = new TaskHead(me, worker, clock, actions);
        addClassName("frm");
        foot.addClassName("ff");
        note.addClassNames("note", "draft", "row");
        noteText.addClassName("grow");
        load = Pieces.button(getTranslation("tasks.draft.load"), "", this::reload, "sm");
        note.add(noteText, load);
        complete = Pieces.button(getTranslation("tasks.complete"), "check", form::submit, "pri");
        save = Pieces.button(getTranslation("tasks.draft.save"), "", form::flush, "hide-s");
        saved.addClassName("meta");
        Div body = new Div(note, talk, form);
        body.addClassName("fb");
        foot.add(complete, save, saved);
        add(head, body, foot);
        say("", false);
    }

    private void complete(String data) {
        Task task = shown;
        if (task != null) {
            actions.complete(task, data);
        }
    }

    void show(Task task, Sheet sheet, Optional<Conversation> conversation) {
        talk.show(conversation, Judged.in(sheet.data()), editable(task));
        boolean same = sheetOf == task.key();
        boolean editableBefore = shown != null && editable(shown);
        shown = task;
        head.show(task);
        foot.setVisible(editable(task));
        complete.setEnabled(true);
        note(task, sheet);
        // what somebody has begun to fill in stays, until the task, who may fill it in, or the draft changes
        if (!same || editableBefore != editable(task) || keeper.overtaken(sheet.draft())) {
            keeper.begin(task.key(), sheet.draft());
            form.show(sheet.schema(), sheet.data(), !editable(task));
            saved.removeAll();
            sheet.draft().ifPresent(this::saved);
        }
        sheetOf = task.key();
    }

    private void reload() {
        sheetOf = 0;
        actions.reload();
    }

    /** The task that is shown was done by somebody else, or by the process itself. */
    void gone() {
        complete.setEnabled(false);
        save.setEnabled(false);
        say(getTranslation("tasks.gone"), false);
    }

    /** Completes the task that is shown, as its button does. */
    void submit() {
        if (foot.isVisible() && complete.isEnabled()) {
            form.submit();
        }
    }

    void save() {
        if (foot.isVisible()) {
            form.flush();
        }
    }

    void busy(boolean yes) {
        complete.setEnabled(!yes);
    }

    Optional<Task> shown() {
        return Optional.ofNullable(shown);
    }

    @Override
    public void saved(Draft draft) {
        saved.removeAll();
        saved.add(new Span(getTranslation("tasks.draft.saved") + " "), Pieces.ago(draft.savedAt()));
        save.setEnabled(true);
    }

    @Override
    public void changedElsewhere() {
        say(getTranslation("tasks.draft.changed"), true);
    }

    @Override
    public void notSaved(RuntimeException failure) {
        saved.setText(getTranslation("tasks.draft.notsaved"));
        actions.explain(failure);
    }

    private void note(Task task, Sheet sheet) {
        Optional<String> other = task.claimedBy().filter(it -> !it.equals(me));
        if (other.isPresent()) {
            say(getTranslation("tasks.taken", other.get()), false);
        } else {
            String made = sheet.empty() ? "tasks.noform.empty" : "tasks.noform";
            say(sheet.generated() ? getTranslation(made) : "", false);
        }
    }

    private void say(String text, boolean loadable) {
        noteText.setText(text);
        note.setVisible(!text.isEmpty());
        load.setVisible(loadable);
    }

    private boolean editable(Task task) {
        return worker && task.claimedBy().filter(it -> !it.equals(me)).isEmpty();
    }
}
