package io.tillflow.exporter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RecordBufferTest {

    private static final Duration NOW = Duration.ZERO;

    @Test
    void takesNoMoreThanItsBounds() throws InterruptedException {
        RecordBuffer byRecords = new RecordBuffer(2, 1_000);
        assertThat(byRecords.offer(record(1, 1), NOW)).isTrue();
        assertThat(byRecords.offer(record(2, 1), NOW)).isTrue();
        assertThat(byRecords.offer(record(3, 1), NOW)).isFalse();
        RecordBuffer byBytes = new RecordBuffer(100, 10);
        assertThat(byBytes.offer(record(1, 500), NOW))
                .as("a record larger than the buffer")
                .isTrue();
        assertThat(byBytes.offer(record(2, 1), NOW)).isFalse();
        assertThat(byBytes.take(10, NOW)).hasSize(1);
        assertThat(byBytes.offer(record(2, 1), NOW)).isTrue();
    }

    @Test
    void handsOverInOrderAndAtMostWhatIsAskedFor() throws InterruptedException {
        RecordBuffer buffer = new RecordBuffer(10, 1_000);
        for (int i = 1; i <= 5; i++) {
            buffer.offer(record(i, 1), NOW);
        }
        assertThat(buffer.take(3, NOW)).extracting(ExportedRecord::position).containsExactly(1L, 2L, 3L);
        assertThat(buffer.take(3, Duration.ofMillis(1)))
                .extracting(ExportedRecord::position)
                .containsExactly(4L, 5L);
    }

    @Test
    void givesOutItsRestWhenClosed() throws InterruptedException {
        RecordBuffer buffer = new RecordBuffer(10, 1_000);
        buffer.offer(record(1, 1), NOW);
        buffer.close();
        assertThat(buffer.offer(record(2, 1), Duration.ofMinutes(1))).isFalse();
        assertThat(buffer.take(10, Duration.ofMinutes(1))).hasSize(1);
        assertThat(buffer.take(10, Duration.ofMinutes(1))).isEmpty();
    }

    private static ExportedRecord record(long position, int length) {
        return new ExportedRecord(position, 0, "x".repeat(length));
    }
}
