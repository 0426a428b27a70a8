package io.tillflow.launcher.supervisor;

import java.time.Duration;

/**
 * How long to wait before a child is started again: doubling from one second to half a minute, from the start once it ran
 * for a while.
 */
final class Backoff {

    private static final Duration FIRST = Duration.ofMillis(500);
    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final Duration STEADY = Duration.ofMinutes(1);

    private Duration next = FIRST;

    /** @param ran how long it ran before it stopped */
    Duration after(Duration ran) {
        if (ran.compareTo(STEADY) >= 0) {
            next = FIRST;
        }
        Duration wait = next;
        Duration doubled = next.multipliedBy(2);
        next = doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
        return wait;
    }
}
