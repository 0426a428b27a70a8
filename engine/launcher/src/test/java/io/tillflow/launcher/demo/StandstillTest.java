package io.tillflow.launcher.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class StandstillTest {
    private Instant now = Instant.parse("2026-05-04T10:00:00Z");
    private final Standstill standstill = new Standstill(clock(), Duration.ofMinutes(2));

    @Test
    void tellsNowAndThenThatNothingGrowsAndEndsWhenThatLasts() {
        assertThat(standstill.saw(3)).isEmpty();
        after(14);
        assertThat(standstill.saw(3)).isEmpty();
        after(1);
        assertThat(standstill.saw(3)).contains(Duration.ofSeconds(15));
        after(10);
        assertThat(standstill.saw(3)).as("told ten seconds ago").isEmpty();
        after(94);
        assertThat(standstill.isLong()).isFalse();
        after(1);
        assertThat(standstill.isLong()).isTrue();
    }

    @Test
    void whatGrowsIsNoStandstill() {
        standstill.saw(3);
        after(119);
        assertThat(standstill.saw(4)).isEmpty();
        after(119);
        assertThat(standstill.isLong()).isFalse();
    }

    private void after(long seconds) {
        now = now.plusSeconds(seconds);
    }

    private Clock clock() {
        return new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now;
            }
        };
    }
}
