package io.tillflow.storefront.outbox;

import io.tillflow.storefront.outbox.Intake.Answer;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Carries events to the intake at once after commit, again and again until it took them. It may repeat, it never
 * loses, and it keeps the order of the events of one subject. Only one relay works at a time, also across copies.
 */
@Component
class OutboxRelay implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(OutboxRelay.class);
    private static final int BATCH = 100;
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final JdbcClient jdbc;
    private final Intake intake;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final Semaphore wakeUps = new Semaphore(0);
    private volatile boolean running;
    private int failures;

    OutboxRelay(JdbcClient jdbc, Intake intake, Clock clock, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.intake = intake;
        this.clock = clock;
        this.transaction = transaction;
    }

    private enum Round {
        NOTHING_LEFT,
        MORE,
        AWAY
    }

    void wake() {
        wakeUps.release();
    }

    @Override
    public void start() {
        running = true;
        Thread.ofVirtual().name("outbox-relay").start(this::relayUntilStopped);
    }

    private void relayUntilStopped() {
        try {
            while (running) {
                switch (round()) {
                    case MORE -> failures = 0;
                    case NOTHING_LEFT -> {
                        failures = 0;
                        if (wakeUps.tryAcquire(LOOK_AGAIN.toMillis(), TimeUnit.MILLISECONDS)) {
                            wakeUps.drainPermits();
                        }
                    }
                    case AWAY -> pause();
                }
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waking does not shorten this: a burst of orders must not hammer an intake that is coming back. */
    private void pause() throws InterruptedException {
        failures = Math.min(failures + 1, 10);
        long millis = Math.min(LONGEST_PAUSE.toMillis(), 100L << failures);
        new Semaphore(0).tryAcquire(millis, TimeUnit.MILLISECONDS);
    }

    private Round round() {
        try {
            return transaction.execute(tx -> relay());
        } catch (RuntimeException e) {
            if (running) {
                log.warn("the outbox is tried again: {}", e.getMessage());
            }
            return Round.AWAY;
        }
    }

    private Round relay() {
        boolean mine = jdbc.sql("select pg_try_advisory_xact_lock(hashtext('shop-outbox'))")
                .query(Boolean.class)
                .single();
        List<OutboxEvent> events = mine ? due() : List.of();
        if (events.isEmpty()) {
            return Round.NOTHING_LEFT;
        }
        return switch (intake.push(events)) {
            case Answer.Taken taken -> {
                delivered(events);
                yield Round.MORE;
            }
            case Answer.Away away -> {
                if (failures == 0) {
                    log.warn("{} events wait, the intake is away: {}", events.size(), away.why());
                }
                yield Round.AWAY;
            }
            case Answer.Refused refused -> oneByOne(events);
        };
    }

    /** One event the intake cannot read must not stop the others; its subject waits behind it. */
    private Round oneByOne(List<OutboxEvent> events) {
        Set<String> stuck = new HashSet<>();
        for (OutboxEvent event : events) {
            if (stuck.contains(event.subject())) {
                continue;
            }
            switch (intake.push(List.of(event))) {
                case Answer.Taken taken -> delivered(List.of(event));
                case Answer.Refused refused -> {
                    stuck.add(event.subject());
                    postpone(event, refused.why());
                }
                case Answer.Away away -> {
                    return Round.AWAY;
                }
            }
        }
        return Round.MORE;
    }

    private List<OutboxEvent> due() {
        return jdbc.sql("""
                select id, type, subject, time, data from outbox o
                where delivered_at is null and next_at <= :now
                  and not exists (select 1 from outbox earlier
                                  where earlier.subject = o.subject and earlier.seq < o.seq
                                    and earlier.delivered_at is null and earlier.next_at > :now)
                order by seq limit :batch""")
                .param("now", Timestamp.from(clock.instant()))
                .param("batch", BATCH)
                .query((row, n) -> new OutboxEvent(
                        "shop",
                        row.getObject("id", UUID.class),
                        row.getString("type"),
                        row.getString("subject"),
                        row.getTimestamp("time").toInstant(),
                        row.getString("data")))
                .list();
    }

    private void delivered(List<OutboxEvent> events) {
        jdbc.sql("update outbox set delivered_at = :now, attempts = attempts + 1 where id = any(:ids)")
                .param("now", Timestamp.from(clock.instant()))
                .param("ids", events.stream().map(OutboxEvent::id).toArray(UUID[]::new))
                .update();
    }

    private void postpone(OutboxEvent event, String why) {
        log.error("expected the intake to take event {} ({}), but it refused: {}", event.id(), event.type(), why);
        jdbc.sql("""
                update outbox set attempts = attempts + 1, last_error = :why,
                    next_at = cast(:now as timestamptz) + least(interval '5 minutes', interval '1 second' * power(2, least(attempts, 10)))
                where id = :id""")
                .param("why", why.substring(0, Math.min(why.length(), 2000)))
                .param("now", Timestamp.from(clock.instant()))
                .param("id", event.id())
                .update();
    }

    @Override
    public void stop() {
        running = false;
        wake();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
