package io.tillflow.connectors.provider.sandbox;

import io.tillflow.connectors.provider.HeldBack;
import io.tillflow.connectors.provider.ProviderUnavailable;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The faults that are switched on, and the calls that suffer them. */
public final class Faults {
    private static final Duration BUSY = Duration.ofSeconds(1);

    private final JdbcClient database;
    private final RandomGenerator chance;

    public Faults(JdbcClient database, RandomGenerator chance) {
        this.database = database;
        this.chance = chance;
    }

    public List<Fault> all() {
        return database.sql("""
                select provider, latency_ms, failure_rate, lost_answer_rate, webhook_delay_ms, webhook_copies, webhook_shuffle_ms, busy_rate
                  from connectors.sandbox_fault order by provider
                """).query(Fault.class).list();
    }

    public Fault of(String provider) {
        return database.sql("""
                select provider, latency_ms, failure_rate, lost_answer_rate, webhook_delay_ms, webhook_copies, webhook_shuffle_ms, busy_rate
                  from connectors.sandbox_fault where provider = :provider
                """)
                .param("provider", provider)
                .query(Fault.class)
                .optional()
                .orElseGet(() -> Fault.none(provider));
    }

    public void set(Fault fault) {
        database.sql("""
                insert into connectors.sandbox_fault
                       (provider, latency_ms, failure_rate, lost_answer_rate, webhook_delay_ms, webhook_copies, webhook_shuffle_ms, busy_rate)
                values (:provider, :latencyMs, :failureRate, :lostAnswerRate, :webhookDelayMs, :webhookCopies, :webhookShuffleMs, :busyRate)
                on conflict (provider) do update
                   set latency_ms = excluded.latency_ms, failure_rate = excluded.failure_rate,
                       lost_answer_rate = excluded.lost_answer_rate, webhook_delay_ms = excluded.webhook_delay_ms,
                       webhook_copies = excluded.webhook_copies, webhook_shuffle_ms = excluded.webhook_shuffle_ms,
                       busy_rate = excluded.busy_rate
                """).paramSource(fault).update();
    }

    /** Runs a provider's call the way a distant, imperfect provider would. */
    public <T> T suffer(String provider, String call, Supplier<T> effect) {
        Fault fault = of(provider);
        pause(fault.latencyMs());
        if (chance.nextDouble() < fault.failureRate()) {
            throw new ProviderUnavailable("expected an answer to " + provider + " " + call + ", but it came back 503");
        }
        if (chance.nextDouble() < fault.busyRate()) {
            throw new HeldBack(provider + " " + call + " came back 429: too many requests", BUSY);
        }
        T result = effect.get();
        if (chance.nextDouble() < fault.lostAnswerRate()) {
            throw new ProviderUnavailable("expected an answer to " + provider + " " + call + ", but it timed out");
        }
        return result;
    }

    private static void pause(long millis) {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProviderUnavailable("interrupted while waiting for a sandbox provider", e);
        }
    }
}
