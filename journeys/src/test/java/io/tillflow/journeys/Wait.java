package io.tillflow.journeys;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** Waits on a state that only asking again can tell; generous, for a busy machine. */
final class Wait {
    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final Duration BETWEEN = Duration.ofMillis(300);

    private Wait() {}

    /** The first answer that is one; an exception counts as none, until the limit. */
    static <T> T until(String what, Supplier<Optional<T>> look) {
        long giveUp = System.nanoTime() + LIMIT.toNanos();
        Throwable last = null;
        do {
            try {
                Optional<T> seen = look.get();
                if (seen.isPresent()) {
                    return seen.get();
                }
                last = null;
            } catch (RuntimeException | AssertionError notYet) {
                last = notYet;
            }
            LockSupport.parkNanos(BETWEEN.toNanos());
        } while (System.nanoTime() < giveUp);
        throw new AssertionError("expected within " + LIMIT + ": " + what, last);
    }
}
