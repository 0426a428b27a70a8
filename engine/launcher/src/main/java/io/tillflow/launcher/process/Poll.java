package io.tillflow.launcher.process;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits on a state that cannot tell us by itself: another process's port, file or death. */
public final class Poll {

    private Poll() {}

    /** @return whether the condition became true within the limit */
    public static boolean until(Duration limit, Duration step, BooleanSupplier condition) {
        long end = System.nanoTime() + limit.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end || Thread.currentThread().isInterrupted()) {
                return false;
            }
            LockSupport.parkNanos(step.toNanos());
        }
        return true;
    }
}
