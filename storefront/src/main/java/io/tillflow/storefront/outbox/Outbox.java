package io.tillflow.storefront.outbox;

import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.databind.json.JsonMapper;

/** Takes events inside the transaction that made them true; the relay carries them away after commit. */
@Repository
public class Outbox {
    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;
    private final OutboxRelay relay;

    Outbox(JdbcClient jdbc, JsonMapper json, Clock clock, OutboxRelay relay) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
        this.relay = relay;
    }

    /** How many events wait, and since when. */
    public record Backlog(
            long waiting, @org.jspecify.annotations.Nullable Instant oldest) {}

    @Transactional(propagation = Propagation.MANDATORY)
    public void publish(EventType type, UUID subject, Object data) {
        publish(UUID.randomUUID(), type, subject.toString(), data);
    }

    /**
     * What can become true of something again and is told the first time alone. Its subject is its own: where a process that
     * it begins is paused, it waits, and what else there is to say of the same thing must not wait behind it.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void announceOnce(EventType type, UUID of, Object data) {
        UUID id = UUID.nameUUIDFromBytes((type.code() + "/" + of).getBytes(StandardCharsets.UTF_8));
        publish(id, type, of + "/" + type.code(), data);
    }

    private void publish(UUID id, EventType type, String subject, Object data) {
        Timestamp now = Timestamp.from(clock.instant());
        jdbc.sql("""
                insert into outbox (id, type, subject, time, data, next_at)
                values (:id, :type, :subject, :now, cast(:data as jsonb), :now)
                on conflict (id) do nothing""")
                .param("id", id)
                .param("type", type.code())
                .param("subject", subject)
                .param("now", now)
                .param("data", json.writeValueAsString(data))
                .update();
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                relay.wake();
            }
        });
    }

    public Backlog backlog() {
        return jdbc.sql("select count(*) as waiting, min(time) as oldest from outbox where delivered_at is null")
                .query((row, n) -> {
                    Timestamp oldest = row.getTimestamp("oldest");
                    return new Backlog(row.getLong("waiting"), oldest == null ? null : oldest.toInstant());
                })
                .single();
    }
}
