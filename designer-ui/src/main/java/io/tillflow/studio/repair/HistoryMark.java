package io.tillflow.studio.repair;

import io.tillflow.engine.Broker;
import io.tillflow.engine.Message;
import io.tillflow.engine.Rejected;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Leaves a mark in the engine and waits for it in history: what the engine did before it is then known there. */
@Component
class HistoryMark {

    private static final String NAME = "tillflow-history-mark";
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final long STEP_NANOS = Duration.ofMillis(50).toNanos();

    private final Consumer<String> leave;
    private final Predicate<String> seen;
    private final Duration patience;

    @Autowired
    HistoryMark(Broker broker, Sightings sightings) {
        this(
                id -> broker.publish(new Message(NAME, id, id, Duration.ZERO, "{}")),
                id -> sightings.message(id).isPresent(),
                PATIENCE);
    }

    HistoryMark(Consumer<String> leave, Predicate<String> seen, Duration patience) {
        this.leave = leave;
        this.seen = seen;
        this.patience = patience;
    }

    /**
     * Returns when history holds everything the engine has done by now.
     *
     * @throws Rejected when it is behind for longer than anybody should wait
     */
    void await() {
        String id = UUID.randomUUID().toString();
        leave.accept(id);
        long begun = System.nanoTime();
        while (!seen.test(id)) {
            if (System.nanoTime() - begun >= patience.toNanos()) {
                throw new Rejected(
                        Rejected.Why.WRONG_STATE,
                        "History is more than " + patience.toSeconds()
                                + " s behind the engine, so nobody knows where the instance stands now. Nothing was changed:"
                                + " ask again when history has caught up.",
                        null);
            }
            LockSupport.parkNanos(STEP_NANOS);
        }
    }
}
