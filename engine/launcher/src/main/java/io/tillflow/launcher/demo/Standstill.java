package io.tillflow.launcher.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Notices that a count no longer grows: orders that wait for a person would be waited for in vain. */
final class Standstill {
    private static final Duration TELL_EVERY = Duration.ofSeconds(15);

    private final Clock clock;
    private final Duration longest;
    private int most = -1;
    private Instant since;
    private Instant told;

    Standstill(Clock clock, Duration longest) {
        this.clock = clock;
        this.longest = longest;
        this.since = clock.instant();
        this.told = since;
    }

    /** @return how long the count has stood still, every so often */
    Optional<Duration> saw(int count) {
        Instant now = clock.instant();
        if (count > most) {
            most = count;
            since = now;
            told = now;
            return Optional.empty();
        }
        if (Duration.between(told, now).compareTo(TELL_EVERY) < 0) {
            return Optional.empty();
        }
        told = now;
        return Optional.of(Duration.between(since, now));
    }

    boolean isLong() {
        return Duration.between(since, clock.instant()).compareTo(longest) >= 0;
    }
}
