package io.tillflow.studio.repair;

import io.tillflow.studio.repair.Receipt.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The commands that were given. One is written before it is sent, so that none is ever sent twice under the same key. */
@Repository
class CommandLog {

    private final JdbcClient jdbc;
    private final Clock clock;

    CommandLog(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A command as it was written down; fresh when this call wrote it. */
    record Entry(long id, boolean fresh) {}

    /** A command with what is needed to find it in history. */
    record Known(Receipt receipt, String asked, long afterPosition) {}

    /** Writes a command down, or finds the one that the actor gave under the same key before. */
    Entry begin(Repair repair, String actor, String asked, Optional<String> idempotencyKey) {
        Optional<Long> written = jdbc.sql("""
                        INSERT INTO studio.repair_command (idempotency_key, kind, instance_key, actor, asked, state, after_position, asked_at)
                        VALUES (:key, :kind, :instance, :actor, :asked::jsonb, 'SENT',
                                coalesce((SELECT max(position) FROM history.export_position), 0), :now)
                        ON CONFLICT (actor, idempotency_key) DO NOTHING RETURNING id""")
                .param("key", idempotencyKey.orElse(null))
                .param("kind", repair.kind())
                .param(
                        "instance",
                        repair.instance().isPresent() ? repair.instance().getAsLong() : null)
                .param("actor", actor)
                .param("asked", asked)
                .param("now", now())
                .query(Long.class)
                .optional();
        return written.map(id -> new Entry(id, true)).orElseGet(() -> repeated(repair, actor, asked, idempotencyKey));
    }

    private Entry repeated(Repair repair, String actor, String asked, Optional<String> idempotencyKey) {
        String key = idempotencyKey.orElseThrow();
        return jdbc.sql("""
                        SELECT id, kind = :kind AND asked = :asked::jsonb AS same FROM studio.repair_command
                        WHERE actor = :actor AND idempotency_key = :key""")
                .param("kind", repair.kind())
                .param("asked", asked)
                .param("actor", actor)
                .param("key", key)
                .query((row, n) -> {
                    if (!row.getBoolean("same")) {
                        throw new KeyUsedForAnother(key);
                    }
                    return new Entry(row.getLong("id"), false);
                })
                .single();
    }

    /** @param successor the instance that began instead, of a restart */
    void accepted(long id, @Nullable Long successor) {
        jdbc.sql("""
                        UPDATE studio.repair_command SET state = 'ACCEPTED', accepted_at = :now, successor = :successor
                        WHERE id = :id""")
                .param("now", now())
                .param("successor", successor)
                .param("id", id)
                .update();
    }

    /** The engine answered, or history shows, which instance began instead. */
    void succeeded(long id, long successor) {
        jdbc.sql("UPDATE studio.repair_command SET successor = :successor WHERE id = :id")
                .param("successor", successor)
                .param("id", id)
                .update();
    }

    /** The restarts of an instance before this one of which nobody knows yet how they ended, oldest first. */
    List<Known> openRestarts(long instanceKey, long before) {
        return jdbc.sql("""
                        SELECT * FROM studio.repair_command WHERE instance_key = :key AND kind = 'RESTART' AND id < :before
                           AND state IN ('SENT', 'UNANSWERED') ORDER BY id""")
                .param("key", instanceKey)
                .param("before", before)
                .query((row, n) -> known(row))
                .list();
    }

    void failed(long id, State state, String reason) {
        // what a refused restart began was ended again
        jdbc.sql("""
                        UPDATE studio.repair_command SET state = :state, reason = :reason,
                               successor = CASE WHEN :state = 'REFUSED' THEN NULL ELSE successor END
                        WHERE id = :id""")
                .param("state", state.name())
                .param("reason", reason)
                .param("id", id)
                .update();
    }

    /** The engine did not take it: whoever gives it again under the same key means to send it. */
    void mayBeGivenAgain(long id) {
        jdbc.sql("UPDATE studio.repair_command SET idempotency_key = NULL WHERE id = :id")
                .param("id", id)
                .update();
    }

    void visible(long id, @Nullable Long position) {
        jdbc.sql("""
                        UPDATE studio.repair_command SET state = 'VISIBLE', visible_at = :now, position = :position, reason = NULL
                        WHERE id = :id AND state <> 'VISIBLE'""")
                .param("now", now())
                .param("position", position)
                .param("id", id)
                .update();
    }

    Optional<Known> find(long id) {
        return jdbc.sql("SELECT * FROM studio.repair_command WHERE id = :id")
                .param("id", id)
                .query((row, n) -> known(row))
                .optional();
    }

    List<Known> of(long instanceKey, int limit) {
        return jdbc.sql("SELECT * FROM studio.repair_command WHERE instance_key = :key ORDER BY id DESC LIMIT :limit")
                .param("key", instanceKey)
                .param("limit", limit)
                .query((row, n) -> known(row))
                .list();
    }

    private static Known known(ResultSet row) throws SQLException {
        String instance = row.getString("instance_key");
        long position = row.getLong("position");
        Receipt receipt = new Receipt(
                row.getString("id"),
                row.getString("kind"),
                instance,
                row.getString("actor"),
                State.valueOf(row.getString("state")),
                java.util.Objects.requireNonNull(instant(row, "asked_at")),
                instant(row, "accepted_at"),
                instant(row, "visible_at"),
                position == 0 ? null : position,
                row.getString("successor"),
                row.getString("reason"));
        return new Known(receipt, row.getString("asked"), row.getLong("after_position"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
