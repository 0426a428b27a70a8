package io.tillflow.connectors.provider.sandbox;

import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Remembers what was answered under an idempotency key and answers the same again. */
public final class IdempotentCalls {
    private final JdbcClient database;
    private final TransactionOperations transaction;

    public IdempotentCalls(JdbcClient database, TransactionOperations transaction) {
        this.database = database;
        this.transaction = transaction;
    }

    /**
     * What a call came to.
     *
     * @param reference the id of what it made, or the reason of its refusal
     */
    public record Outcome(String kind, String reference) {}

    private record Known(String fingerprint, String kind, String reference) {}

    /**
     * Runs {@code effect} in one transaction with its key.
     *
     * @param fingerprint what was asked: the same key with another question is refused
     */
    public Outcome once(String provider, String key, String fingerprint, Supplier<Outcome> effect) {
        return transaction.execute(status -> {
            lock(provider, key);
            return database.sql("""
                    select fingerprint, kind, reference from connectors.sandbox_call where provider = :provider and key = :key
                    """)
                    .param("provider", provider)
                    .param("key", key)
                    .query(Known.class)
                    .optional()
                    .map(known -> repeat(known, key, fingerprint))
                    .orElseGet(() -> first(provider, key, fingerprint, effect));
        });
    }

    private void lock(String provider, String key) {
        database.sql("select pg_advisory_xact_lock(hashtextextended(:name, 0))")
                .param("name", "sandbox:" + provider + ":" + key)
                .query(rows -> {});
    }

    private static Outcome repeat(Known known, String key, String fingerprint) {
        if (!known.fingerprint().equals(fingerprint)) {
            throw new IllegalArgumentException("expected idempotency key " + key + " to repeat '" + known.fingerprint()
                    + "', but it asks for '" + fingerprint + "'");
        }
        return new Outcome(known.kind(), known.reference());
    }

    private Outcome first(String provider, String key, String fingerprint, Supplier<Outcome> effect) {
        Outcome outcome = effect.get();
        database.sql("""
                insert into connectors.sandbox_call (provider, key, fingerprint, kind, reference)
                values (:provider, :key, :fingerprint, :kind, :reference)
                """)
                .param("provider", provider)
                .param("key", key)
                .param("fingerprint", fingerprint)
                .param("kind", outcome.kind())
                .param("reference", outcome.reference())
                .update();
        return outcome;
    }
}
