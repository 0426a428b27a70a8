package io.tillflow.launcher.cli;

import java.io.PrintStream;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Tells who waits for a long answer, now and then, that it is still under way. */
final class Patience {
    private static final long NOW_AND_THEN = 5;

    private Patience() {}

    /** Nothing is said of what is quick. */
    static <T> T tell(String what, PrintStream to, Supplier<T> work) {
        long begun = System.nanoTime();
        try (ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor()) {
            ScheduledFuture<?> telling = clock.scheduleAtFixedRate(
                    () -> to.println(what + ", " + TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begun) + " s…"),
                    NOW_AND_THEN,
                    NOW_AND_THEN,
                    TimeUnit.SECONDS);
            try {
                return work.get();
            } finally {
                telling.cancel(true);
            }
        }
    }
}
