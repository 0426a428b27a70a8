package io.tillflow.studio.tasks;

import io.tillflow.studio.tasks.Drafts.Draft;
import io.tillflow.studio.tasks.Drafts.DraftChanged;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Saves what is typed into one form, one save after the other, and notices when another window saved meanwhile. */
final class DraftKeeper {

    /** Saves in the background and answers in the page. */
    interface Saving {
        void save(long taskKey, String data, OptionalLong expected, Answer answer);
    }

    /** How a save ended. */
    record Answer(Consumer<Draft> saved, Consumer<RuntimeException> failed) {}

    /** What the page shows of it. */
    interface Page {
        void saved(Draft draft);

        void changedElsewhere();

        void notSaved(RuntimeException failure);
    }

    private final Saving saving;
    private final Page page;
    private long taskKey;
    private long revision;
    private boolean busy;
    private boolean outdated;
    private @Nullable String pending;

    DraftKeeper(Saving saving, Page page) {
        this.saving = saving;
        this.page = page;
    }

    /** Begins with a form as it was read. */
    void begin(long key, Optional<Draft> draft) {
        taskKey = key;
        revision = draft.map(Draft::revision).orElse(0L);
        busy = false;
        outdated = false;
        pending = null;
    }

    /** Whether a draft is newer than the form, while nothing of the form is on its way. */
    boolean overtaken(Optional<Draft> draft) {
        return !busy && !outdated && draft.isPresent() && draft.get().revision() > revision;
    }

    void changed(String data) {
        pending = data;
        next();
    }

    private void next() {
        String data = pending;
        if (busy || outdated || data == null) {
            return;
        }
        long of = taskKey;
        busy = true;
        pending = null;
        saving.save(of, data, OptionalLong.of(revision), new Answer(draft -> saved(of, draft), why -> failed(of, why)));
    }

    private void saved(long of, Draft draft) {
        if (of == taskKey) {
            busy = false;
            revision = draft.revision();
            page.saved(draft);
            next();
        }
    }

    private void failed(long of, RuntimeException failure) {
        if (of != taskKey) {
            return;
        }
        busy = false;
        if (failure instanceof DraftChanged) {
            outdated = true;
            page.changedElsewhere();
        } else {
            page.notSaved(failure);
        }
    }
}
