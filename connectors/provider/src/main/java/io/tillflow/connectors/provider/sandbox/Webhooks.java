package io.tillflow.connectors.provider.sandbox;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.random.RandomGenerator;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Webhooks on their way: written with the change that causes them, sent until somebody accepts them. */
public final class Webhooks {
    private final JdbcClient database;
    private final Faults faults;
    private final RandomGenerator chance;
    private final Clock clock;
    private final Runnable enqueued;

    /**
     * @param enqueued run once a webhook is stored for good
     */
    public Webhooks(JdbcClient database, Faults faults, RandomGenerator chance, Clock clock, Runnable enqueued) {
        this.database = database;
        this.faults = faults;
        this.chance = chance;
        this.clock = clock;
        this.enqueued = enqueued;
    }

    /** A copy that is due. */
    public record Due(long seq, String provider, String id, String body, int attempts) {}

    public void enqueue(String provider, Webhook webhook, int copies) {
        Fault fault = faults.of(provider);
        for (int copy = 0; copy < Math.max(copies, fault.webhookCopies()); copy++) {
            long shuffle = fault.webhookShuffleMs() == 0 ? 0 : chance.nextLong(fault.webhookShuffleMs());
            insert(provider, webhook, webhook.notBefore().plusMillis(fault.webhookDelayMs() + shuffle));
        }
        afterCommit();
    }

    private void afterCommit() {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            enqueued.run();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                enqueued.run();
            }
        });
    }

    private void insert(String provider, Webhook webhook, Instant dueAt) {
        database.sql("""
                insert into connectors.sandbox_webhook (provider, id, type, body, due_at)
                values (:provider, :id, :type, :body, :dueAt)
                """)
                .param("provider", provider)
                .param("id", webhook.id())
                .param("type", webhook.type())
                .param("body", webhook.body())
                .param("dueAt", Timestamp.from(dueAt))
                .update();
    }

    /** Claims what is due; a claim that is not settled within {@code lease} becomes due again. */
    public List<Due> claim(int most, Duration lease) {
        Instant now = clock.instant();
        return database.sql("""
                update connectors.sandbox_webhook w
                   set attempts = attempts + 1, due_at = :leaseUntil
                 where w.seq in (select seq from connectors.sandbox_webhook
                                  where state = 'WAITING' and due_at <= :now
                                  order by due_at limit :most for update skip locked)
                returning w.seq, w.provider, w.id, w.body, w.attempts
                """)
                .param("now", Timestamp.from(now))
                .param("leaseUntil", Timestamp.from(now.plus(lease)))
                .param("most", most)
                .query(Due.class)
                .list();
    }

    public void delivered(Due webhook) {
        settle(webhook, "DELIVERED", clock.instant());
    }

    public void retry(Due webhook, Duration in) {
        settle(webhook, "WAITING", clock.instant().plus(in));
    }

    public void giveUp(Due webhook) {
        settle(webhook, "GIVEN_UP", clock.instant());
    }

    private void settle(Due webhook, String state, Instant dueAt) {
        database.sql("update connectors.sandbox_webhook set state = :state, due_at = :dueAt where seq = :seq")
                .param("state", state)
                .param("dueAt", Timestamp.from(dueAt))
                .param("seq", webhook.seq())
                .update();
    }
}
