package io.tillflow.studio.repair;

import io.tillflow.engine.BrokerUnavailable;
import io.tillflow.engine.Rejected;
import io.tillflow.studio.platform.Database;
import io.tillflow.studio.repair.BatchStore.Work;
import jakarta.annotation.PreDestroy;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Works through batches, some instances at a time; those to delete one after the other, as each deletion waits for the same lock. An
 * instance is locked while it is tried and has a result in the same transaction: whatever is interrupted is tried again by whoever
 * comes next, and what was done already then finds nothing to do.
 */
@Component
class BatchRunner {

    private static final Logger LOG = LoggerFactory.getLogger(BatchRunner.class);
    private static final int AT_ONCE = 32;

    private final BatchStore store;
    private final BatchSteps steps;
    private final TransactionTemplate transaction;
    private final Database database;
    private boolean tidied;
    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();

    BatchRunner(BatchStore store, BatchSteps steps, TransactionTemplate transaction, Database database) {
        this.store = store;
        this.steps = steps;
        this.transaction = transaction;
        this.database = database;
    }

    /** How a round ended. */
    private enum Round {
        SOME,
        NOTHING_LEFT,
        AWAY
    }

    private record Result(long instanceKey, String state, String detail) {}

    @Scheduled(fixedDelay = 500)
    void work() {
        if (!database.ready()) {
            return;
        }
        try {
            if (!tidied) {
                // a studio that was killed while somebody cancelled a batch left it half cancelled
                store.giveUp();
                tidied = true;
            }
            for (Work batch : store.running()) {
                advance(batch);
            }
        } catch (RuntimeException failure) {
            LOG.warn("a batch could not go on, it is tried again", failure);
        }
    }

    /** Goes on for as long as there are instances and nobody has paused it; batches take turns. */
    private void advance(Work batch) {
        for (int round = 0; round < AT_ONCE && isRunning(batch); round++) {
            Round ended = Objects.requireNonNull(transaction.execute(status -> some(batch)));
            if (ended == Round.AWAY) {
                LOG.debug("batch {} waits for the engine or the database", batch.id());
                return;
            }
            if (ended == Round.NOTHING_LEFT) {
                store.endIfDone(batch.id());
                return;
            }
        }
    }

    private boolean isRunning(Work batch) {
        return store.isRunning(batch.id());
    }

    /**
     * What the engine did not answer, or the database had no connection for, has no result: it is tried again, and finds nothing to do
     * if it happened after all.
     */
    private Round some(Work batch) {
        List<Long> keys = store.take(batch.id(), AT_ONCE);
        List<Callable<Result>> tries = keys.stream()
                .<Callable<Result>>map(key -> () -> attempt(batch, key))
                .toList();
        try {
            boolean silent = false;
            for (Future<Result> done : batch.kind() == Batch.Kind.DELETE ? inTurn(tries) : executor.invokeAll(tries)) {
                try {
                    Result result = done.get();
                    store.result(batch.id(), result.instanceKey(), result.state(), result.detail());
                } catch (ExecutionException e) {
                    if (!(e.getCause() instanceof BrokerUnavailable || e.getCause() instanceof TransactionException)) {
                        throw new IllegalStateException("a step of batch " + batch.id() + " failed", e.getCause());
                    }
                    silent = true;
                }
            }
            return silent ? Round.AWAY : keys.isEmpty() ? Round.NOTHING_LEFT : Round.SOME;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** In a transaction of its own each, so not in this thread. */
    private List<Future<Result>> inTurn(List<Callable<Result>> tries) throws InterruptedException {
        List<Future<Result>> done = new ArrayList<>();
        for (Callable<Result> one : tries) {
            done.addAll(executor.invokeAll(List.of(one)));
        }
        return done;
    }

    private Result attempt(Work batch, long key) {
        try {
            Optional<String> done = steps.perform(batch, key);
            return done.map(it -> new Result(key, "DONE", it))
                    .orElseGet(() -> new Result(key, "NOTHING_TO_DO", "nothing to do any more"));
        } catch (Rejected refused) {
            return new Result(key, "REFUSED", Objects.toString(refused.getMessage(), "refused"));
        } catch (BrokerUnavailable | DataAccessException | TransactionException passing) {
            throw passing;
        } catch (RuntimeException failure) {
            // it would fail again and again, and keep all the others from their turn
            LOG.warn("Instance {} of batch {} failed", key, batch.id(), failure);
            return new Result(key, "REFUSED", "failed: " + failure.getMessage());
        }
    }

    @PreDestroy
    void close() {
        executor.shutdownNow();
    }
}
