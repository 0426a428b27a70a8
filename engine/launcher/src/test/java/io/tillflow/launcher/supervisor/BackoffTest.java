package io.tillflow.launcher.supervisor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BackoffTest {

    @Test
    void doublesUpToHalfAMinute() {
        Backoff backoff = new Backoff();

        List<Long> waits = IntStream.range(0, 8)
                .mapToObj(ignored -> backoff.after(Duration.ofSeconds(1)).toMillis())
                .toList();

        assertThat(waits).containsExactly(500L, 1000L, 2000L, 4000L, 8000L, 16000L, 30000L, 30000L);
    }

    @Test
    void startsOverOnceTheChildRanForAWhile() {
        Backoff backoff = new Backoff();
        backoff.after(Duration.ofSeconds(1));
        backoff.after(Duration.ofSeconds(1));

        assertThat(backoff.after(Duration.ofMinutes(2))).isEqualTo(Duration.ofMillis(500));
    }
}
