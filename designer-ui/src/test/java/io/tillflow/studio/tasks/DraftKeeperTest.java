package io.tillflow.studio.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillflow.studio.tasks.DraftKeeper.Answer;
import io.tillflow.studio.tasks.Drafts.Draft;
import io.tillflow.studio.tasks.Drafts.DraftChanged;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class DraftKeeperTest {

    private final Deque<Answer> unanswered = new ArrayDeque<>();
    private final List<String> sent = new ArrayList<>();
    private final List<String> page = new ArrayList<>();
    private final DraftKeeper keeper = new DraftKeeper(this::save, new DraftKeeper.Page() {
        @Override
        public void saved(Draft draft) {
            page.add("saved " + draft.revision());
        }

        @Override
        public void changedElsewhere() {
            page.add("changed");
        }

        @Override
        public void notSaved(RuntimeException failure) {
            page.add("failed");
        }
    });

    private void save(long key, String data, OptionalLong expected, Answer answer) {
        sent.add(data + "@" + expected.orElse(-1));
        unanswered.add(answer);
    }

    private static Draft draft(long revision) {
        return new Draft(1, revision, "ines", Instant.EPOCH, "{}");
    }

    @Test
    void savesOneAfterTheOtherAndOnlyTheLastOfWhatCameMeanwhile() {
        keeper.begin(1, Optional.empty());
        keeper.changed("a");
        keeper.changed("b");
        keeper.changed("c");
        assertThat(sent).containsExactly("a@0");
        unanswered.remove().saved().accept(draft(1));
        assertThat(sent).containsExactly("a@0", "c@1");
        assertThat(keeper.overtaken(Optional.of(draft(2)))).isFalse();
        unanswered.remove().saved().accept(draft(2));
        assertThat(keeper.overtaken(Optional.of(draft(2)))).isFalse();
        assertThat(keeper.overtaken(Optional.of(draft(3)))).isTrue();
        assertThat(page).containsExactly("saved 1", "saved 2");
    }

    @Test
    void stopsWhenAnotherWindowSavedAndForgetsAnswersAboutOtherTasks() {
        keeper.begin(1, Optional.of(draft(4)));
        keeper.changed("a");
        unanswered.remove().failed().accept(new DraftChanged(4, 5));
        keeper.changed("b");
        assertThat(sent).containsExactly("a@4");
        assertThat(page).containsExactly("changed");
        keeper.begin(1, Optional.of(draft(5)));
        keeper.changed("c");
        keeper.begin(2, Optional.empty());
        unanswered.remove().saved().accept(draft(6));
        assertThat(page).containsExactly("changed");
    }
}
