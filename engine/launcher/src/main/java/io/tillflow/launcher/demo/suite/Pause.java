package io.tillflow.launcher.demo.suite;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** Lets time pass between two looks at a state that others change. */
public final class Pause {
    private Pause() {}

    /** Waits at least this long, unless the thread is interrupted. */
    public static void of(Duration duration) {
        long until = System.nanoTime() + duration.toNanos();
        long left = duration.toNanos();
        while (left > 0 && !Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(left);
            left = until - System.nanoTime();
        }
    }

    /** Looks every so often until there is something to see; empty when the limit ends first. */
    public static <T> Optional<T> until(Duration limit, Duration every, Supplier<Optional<T>> look) {
        long giveUp = System.nanoTime() + limit.toNanos();
        Optional<T> seen = look.get();
        while (seen.isEmpty()
                && System.nanoTime() < giveUp
                && !Thread.currentThread().isInterrupted()) {
            of(every);
            seen = look.get();
        }
        return seen;
    }
}
