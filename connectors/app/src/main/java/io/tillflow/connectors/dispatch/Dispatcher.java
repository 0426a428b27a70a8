package io.tillflow.connectors.dispatch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Works through the inbox: one round claims what is due and lets each event go its way. */
class Dispatcher {
    private static final Logger log = LoggerFactory.getLogger(Dispatcher.class);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final DispatchQueue queue;
    private final MessageBroker broker;
    private final Reconciliation reconciliation;
    private final DispatchSettings settings;
    private final Clock clock;
    private final Checkpoint checkpoint;
    private final AtomicInteger inFlight = new AtomicInteger();
    private final Executor marks = Executors.newVirtualThreadPerTaskExecutor();

    Dispatcher(
            DispatchQueue queue,
            MessageBroker broker,
            Reconciliation reconciliation,
            DispatchSettings settings,
            Clock clock,
            Checkpoint checkpoint) {
        this.queue = queue;
        this.broker = broker;
        this.reconciliation = reconciliation;
        this.settings = settings;
        this.clock = clock;
        this.checkpoint = checkpoint;
    }

    /**
     * Starts as many events as may be on their way and says how many.
     *
     * @param settled run after each of them, when the next event of its subject may go
     */
    int round(Runnable settled) {
        int room = settings.inFlight() - inFlight.get();
        if (room <= 0) {
            return 0;
        }
        List<Outgoing> claimed = queue.claim(room, settings.lease());
        List<Outgoing> going = claimed.stream().filter(Outgoing::goes).toList();
        inFlight.addAndGet(going.size());
        going.forEach(event -> send(event, settled));
        if (going.size() < claimed.size()) {
            settled.run();
        }
        return going.size();
    }

    private void send(Outgoing event, Runnable settled) {
        CompletableFuture<?> unused = CompletableFuture.completedFuture(event)
                .thenComposeAsync(this::go, marks)
                .whenComplete((ignored, trouble) -> {
                    inFlight.decrementAndGet();
                    if (trouble != null) {
                        log.warn(
                                "event {} ({}) stays PUBLISHING and is taken up again",
                                event.seq(),
                                event.type(),
                                trouble);
                    }
                    settled.run();
                });
    }

    private CompletionStage<?> go(Outgoing event) {
        checkpoint.passed(Checkpoint.Step.CLAIMED, event);
        Instant sureUntil = event.begunAt().plus(settings.safeToRepeat(event.type()));
        if (event.attempts() > 1 && clock.instant().isAfter(sureUntil)) {
            return reconciliation.settle(event);
        }
        Duration keep = settings.keep(event.type());
        return broker.publish(event, keep).thenAcceptAsync(answer -> mark(event, answer, keep), marks);
    }

    private void mark(Outgoing event, Publication answer, Duration keep) {
        checkpoint.passed(Checkpoint.Step.ANSWERED, event);
        Instant expiresAt = clock.instant().plus(keep);
        switch (answer) {
            case Publication.Published published -> queue.published(event, published.messageKey(), expiresAt);
            case Publication.KnownAlready ignored -> queue.published(event, null, expiresAt);
            case Publication.Refused refused -> refuse(event, refused.reason());
            case Publication.NotSent notSent -> queue.notSent(event, notSent.reason(), pause(event));
            case Publication.Unknown unknown -> queue.later(event, unknown.reason(), pause(event));
        }
        checkpoint.passed(Checkpoint.Step.MARKED, event);
    }

    private void refuse(Outgoing event, String reason) {
        log.error("expected the broker to take event {} ({}), but it refused: {}", event.seq(), event.type(), reason);
        queue.refused(event, reason);
    }

    private static Duration pause(Outgoing event) {
        Duration pause = Duration.ofMillis(200L << Math.min(event.attempts(), 6));
        return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    }
}
