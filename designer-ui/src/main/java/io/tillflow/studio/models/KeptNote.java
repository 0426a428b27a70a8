package io.tillflow.studio.models;

import io.tillflow.studio.connectors.AskDialog;
import java.util.Optional;

/** Offers what the browser kept of a drawing while there was no connection, or before its window was closed. */
final class KeptNote {
    private final ModelView view;
    private final Workbench workbench;
    private final Editor editor;
    private final Model model;

    KeptNote(ModelView view, Workbench workbench, Editor editor, Model model) {
        this.view = view;
        this.workbench = workbench;
        this.editor = editor;
        this.model = model;
    }

    /** Shows the offer, unless what was kept has arrived by another way. */
    void offer(Kept kept, Notes notes) {
        Optional<Draft> draft = workbench.draft(model.id());
        String source = whole(kept, draft);
        boolean arrived = draft.map(Draft::source).filter(source::equals).isPresent()
                || workbench
                        .source(model.id(), model.version())
                        .filter(source::equals)
                        .isPresent();
        if (arrived) {
            editor.settle(kept, () -> {});
            return;
        }
        boolean newer = draft.map(Draft::updatedAt)
                .filter(it -> it.isAfter(kept.drawnAt()))
                .isPresent();
        notes.show("draft", note -> {
            note.say(
                    view.getTranslation("kept.title"),
                    kept.drawnAt(),
                    view.getTranslation(newer ? "kept.newer" : "kept.text", kept.base()));
            note.act("kept.take", !newer, () -> take(kept, source));
            note.act("kept.drop", false, () -> editor.settle(kept, note::close));
        });
    }

    /** What was drawn since the offer was made is somebody's work, too. */
    private void take(Kept kept, String source) {
        boolean newer = view.isDrawn()
                || workbench
                        .draft(model.id())
                        .filter(it -> it.updatedAt().isAfter(kept.drawnAt()))
                        .isPresent();
        if (!newer) {
            replace(kept, source);
            return;
        }
        new AskDialog(
                        view.getTranslation("kept.replace.title"),
                        view.getTranslation("kept.replace.text"),
                        "",
                        view.getTranslation("kept.take"))
                .once(() -> replace(kept, source))
                .open();
    }

    private void replace(Kept kept, String source) {
        if (view.keepDraft(kept.base(), source)) {
            editor.settle(kept, () -> editor.discard(view::reopen));
        }
    }

    /** With what the editor does not know of the file, as far as it is known which file that was. */
    private String whole(Kept kept, Optional<Draft> draft) {
        String origin = draft.filter(it -> it.baseVersion() == kept.base())
                .map(Draft::source)
                .or(() -> workbench.source(model.id(), kept.base()))
                .orElseGet(kept::source);
        return workbench.open(model, origin).kept(kept.source());
    }
}
