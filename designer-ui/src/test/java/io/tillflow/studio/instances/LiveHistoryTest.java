package io.tillflow.studio.instances;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import io.tillflow.engine.history.HistoryListener;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How often a page is read while much happens. */
class LiveHistoryTest {

    private final AtomicLong now = new AtomicLong();
    private final AtomicInteger reads = new AtomicInteger();
    private final LiveHistory live = new LiveHistory(
            new HistoryListener(() -> {
                throw new SQLException("nobody listens here");
            }),
            now::get);
    private final UI ui = new UI();
    private final Div page = new Div();
    private final AtomicInteger failures = new AtomicInteger();
    private Duration readingTakes = Duration.ZERO;

    @BeforeEach
    void aPageFollows() {
        live.follow(page, change -> change.instanceKeys().contains(7L), this::read, it -> {});
        ui.add(page);
    }

    private int read() {
        pass(readingTakes);
        if (failures.getAndDecrement() > 0) {
            throw new IllegalStateException("the database is slow");
        }
        return reads.incrementAndGet();
    }

    private void pass(Duration time) {
        now.addAndGet(time.toNanos());
    }

    @Test
    void aBurstOfChangesIsReadOnce() {
        for (int i = 0; i < 500; i++) {
            live.nudge(7);
        }
        live.tell();
        live.tell();
        assertThat(reads).hasValue(1);
        live.nudge(8);
        live.tell();
        assertThat(reads).as("not its instance").hasValue(1);
    }

    @Test
    void whatTakesLongToReadRestsAndMissesNothing() {
        readingTakes = Duration.ofMillis(500);
        live.nudge(7);
        live.tell();
        live.nudge(7);
        pass(Duration.ofMillis(400));
        live.tell();
        assertThat(reads).as("0.4 s after a reading of 0.5 s").hasValue(1);
        pass(Duration.ofMillis(400));
        live.tell();
        assertThat(reads)
                .as("nothing new came, but what came meanwhile is not shown yet")
                .hasValue(2);
        pass(Duration.ofMinutes(1));
        live.tell();
        assertThat(reads).hasValue(2);
    }

    @Test
    void whatCouldNotBeReadIsReadAgain() {
        failures.set(1);
        live.nudge(7);
        live.tell();
        assertThat(reads).hasValue(0);
        pass(Duration.ofSeconds(5));
        live.tell();
        assertThat(reads).hasValue(1);
    }

    @Test
    void nobodyRestsForLong() {
        readingTakes = Duration.ofMinutes(5);
        live.nudge(7);
        live.tell();
        live.nudge(7);
        pass(Duration.ofSeconds(5));
        live.tell();
        assertThat(reads).hasValue(2);
    }

    @Test
    void aPageThatIsLeftIsNotRead() {
        ui.remove(page);
        live.nudge(7);
        live.tell();
        assertThat(reads).hasValue(0);
    }
}
