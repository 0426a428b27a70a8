package io.tillflow.studio.models;

import com.vaadin.flow.component.html.NativeButton;
import io.tillflow.studio.kit.EmptyState;
import io.tillflow.studio.kit.Notices;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Says in an open editor that somebody deleted its model, and what can be done: nothing that is drawn is lost. */
final class DeletedNote {
    private final ModelView view;
    private final Workbench workbench;
    private final Notes notes;
    private final Editor editor;
    private final UnaryOperator<String> kept;
    private Notes.@Nullable Note shown;

    /** {@code kept} makes the whole file of what the editor gives. */
    DeletedNote(ModelView view, Workbench workbench, Notes notes, Editor editor, UnaryOperator<String> kept) {
        this.view = view;
        this.workbench = workbench;
        this.notes = notes;
        this.editor = editor;
        this.kept = kept;
    }

    /** Shows or takes away the note, as it is by now. */
    void look(Model model) {
        Optional<Deleted> gone = workbench.deletions().find(model.id());
        if (gone.isEmpty() && shown != null) {
            shown.close();
            shown = null;
            Notices.done(view.getTranslation("deleted.back"));
        } else if (gone.isPresent() && shown == null) {
            shown = notes.show("incident", note -> fill(note, gone.get()));
        }
    }

    private void fill(Notes.Note note, Deleted gone) {
        note.say(
                view.getTranslation("deleted.title", gone.by()),
                gone.at(),
                view.getTranslation(view.mayDraw() ? "deleted.text" : "deleted.ask"));
        if (view.mayDraw()) {
            note.act("deleted.restore", true, () -> restore(workbench, gone.model()));
            note.act("deleted.save-as", false, () -> saveAs(gone.model()));
        }
    }

    private void saveAs(Model model) {
        editor.source(source -> new SaveAsDialog(workbench, model, kept.apply(source), editor::discard).open());
    }

    /** What is shown at the address of a deleted model. */
    static EmptyState page(ModelView view, Workbench workbench, Deleted gone) {
        EmptyState page = new EmptyState(
                "trash",
                view.getTranslation("deleted.page", gone.model().name()),
                view.getTranslation("deleted.page.text", gone.by()));
        if (view.mayDraw()) {
            NativeButton restore = new NativeButton(view.getTranslation("deleted.restore"), click -> {
                restore(workbench, gone.model());
                view.reopen();
            });
            restore.addClassNames("btn", "pri");
            page.add(restore);
        }
        return page;
    }

    static void restore(Workbench workbench, Model model) {
        Optional<Model> unused = workbench.deletions().restore(model.id());
    }
}
