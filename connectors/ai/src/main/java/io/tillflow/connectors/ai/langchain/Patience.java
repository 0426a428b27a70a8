package io.tillflow.connectors.ai.langchain;

import io.tillflow.connectors.ai.TookTooLong;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** Ends a call that takes longer than it may. */
final class Patience {
    private Patience() {}

    static <T> T within(Duration limit, String who, Supplier<T> call) {
        FutureTask<T> task = new FutureTask<>(call::get);
        Thread caller = Thread.ofVirtual().name("ai-call").start(task);
        try {
            return task.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            task.cancel(true);
            throw new TookTooLong(who + " took longer than the " + limit.toMillis() + " ms that the call may take");
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException("expected " + who + " to answer, but the call failed", failed.getCause());
        } catch (InterruptedException stopped) {
            caller.interrupt();
            Thread.currentThread().interrupt();
            throw new TookTooLong("the call of " + who + " was stopped");
        }
    }
}
