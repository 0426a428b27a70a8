package io.tillflow.studio.repair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tillflow.engine.Rejected;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Nothing is decided from a history that does not know yet what the engine did. */
class HistoryMarkTest {

    private final List<String> left = new ArrayList<>();
    private int looks;

    @Test
    void waitsUntilHistoryShowsTheMarkThatWasLeft() {
        new HistoryMark(left::add, id -> left.contains(id) && ++looks == 3, Duration.ofMinutes(5)).await();
        assertThat(left).hasSize(1);
        assertThat(looks).isEqualTo(3);
    }

    @Test
    void saysThatHistoryIsBehind() {
        HistoryMark mark = new HistoryMark(left::add, id -> false, Duration.ZERO);
        assertThatThrownBy(mark::await)
                .isInstanceOf(Rejected.class)
                .hasMessageContaining("behind the engine")
                .hasMessageContaining("Nothing was changed");
    }
}
