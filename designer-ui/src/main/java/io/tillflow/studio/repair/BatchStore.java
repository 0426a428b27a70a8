package io.tillflow.studio.repair;

import io.tillflow.studio.repair.Batch.Item;
import io.tillflow.studio.repair.Batch.Kind;
import io.tillflow.studio.repair.Batch.Progress;
import io.tillflow.studio.repair.Batch.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The batches and their items. */
@Repository
class BatchStore {

    private static final String BATCH = """
            SELECT b.*, i.* FROM studio.repair_batch b
            CROSS JOIN LATERAL (SELECT count(*) FILTER (WHERE i.state = 'PENDING') AS pending,
                                       count(*) FILTER (WHERE i.state = 'DONE') AS done,
                                       count(*) FILTER (WHERE i.state = 'NOTHING_TO_DO') AS nothing,
                                       count(*) FILTER (WHERE i.state = 'REFUSED') AS refused,
                                       count(*) FILTER (WHERE i.state = 'CANCELLED') AS given_up
                                  FROM studio.repair_batch_item i WHERE i.batch_id = b.id) i""";

    private final JdbcClient jdbc;
    private final Clock clock;

    BatchStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A batch as its runner needs it. */
    record Work(long id, Kind kind, String asked, String actor) {}

    /** @throws KeyUsedForAnother when the key began a batch of something else */
    Optional<Long> repeated(String actor, String idempotencyKey, String asked) {
        return jdbc.sql("""
                        SELECT id, asked = :asked::jsonb AS same FROM studio.repair_batch
                        WHERE actor = :actor AND idempotency_key = :key""")
                .param("actor", actor)
                .param("key", idempotencyKey)
                .param("asked", asked)
                .query((row, n) -> {
                    if (!row.getBoolean("same")) {
                        throw new KeyUsedForAnother(idempotencyKey);
                    }
                    return row.getLong("id");
                })
                .optional();
    }

    /** Writes a batch with the instances it is about; they are the same ones however long it takes. */
    @Transactional
    public long add(BatchOrder order, String asked, String actor, Optional<String> idempotencyKey, List<Long> keys) {
        Optional<Long> id = jdbc.sql("""
                        INSERT INTO studio.repair_batch (idempotency_key, kind, asked, filter, actor, state, total, ordered_at)
                        VALUES (:key, :kind, :asked::jsonb, :filter, :actor, 'RUNNING', :total, :now)
                        ON CONFLICT (actor, idempotency_key) DO NOTHING RETURNING id""")
                .param("key", idempotencyKey.orElse(null))
                .param("kind", order.kind().name())
                .param("asked", asked)
                .param("filter", order.filter())
                .param("actor", actor)
                .param("total", keys.size())
                .param("now", now())
                .query(Long.class)
                .optional();
        if (id.isEmpty()) {
            return repeated(actor, idempotencyKey.orElseThrow(), asked).orElseThrow();
        }
        jdbc.sql("INSERT INTO studio.repair_batch_item (batch_id, instance_key) SELECT :id, unnest(:keys)")
                .param("id", id.get())
                .param("keys", keys.toArray(Long[]::new))
                .update();
        return id.get();
    }

    Optional<Batch> find(long id) {
        return jdbc.sql(BATCH + " WHERE b.id = :id")
                .param("id", id)
                .query((row, n) -> batch(row))
                .optional();
    }

    List<Batch> newest(int limit) {
        return jdbc.sql(BATCH + " ORDER BY b.id DESC LIMIT :limit")
                .param("limit", limit)
                .query((row, n) -> batch(row))
                .list();
    }

    List<Item> items(long id, String state, long after, int limit) {
        return jdbc.sql("""
                        SELECT instance_key, state, detail, done_at FROM studio.repair_batch_item
                        WHERE batch_id = :id AND (:state = '' OR state = :state) AND instance_key > :after
                        ORDER BY instance_key LIMIT :limit""")
                .param("id", id)
                .param("state", state)
                .param("after", after)
                .param("limit", limit)
                .query((row, n) -> {
                    OffsetDateTime at = row.getObject("done_at", OffsetDateTime.class);
                    return new Item(
                            row.getString("instance_key"),
                            row.getString("state"),
                            row.getString("detail"),
                            at == null ? null : at.toInstant());
                })
                .list();
    }

    /** Changes the state if it is the expected one; a batch that is done stays done. */
    boolean change(long id, State from, State to) {
        return jdbc.sql("""
                        UPDATE studio.repair_batch SET state = :to, ended_at = CASE WHEN :to = 'CANCELLED' THEN :now ELSE ended_at END
                        WHERE id = :id AND state = :from""")
                        .param("id", id)
                        .param("from", from.name())
                        .param("to", to.name())
                        .param("now", now())
                        .update()
                == 1;
    }

    /** Leaves alone what has no result yet in batches that were cancelled. */
    void giveUp() {
        jdbc.sql("""
                        UPDATE studio.repair_batch_item SET state = 'CANCELLED', done_at = :now WHERE state = 'PENDING'
                           AND batch_id IN (SELECT id FROM studio.repair_batch WHERE state = 'CANCELLED')""").param("now", now()).update();
    }

    boolean isRunning(long id) {
        return jdbc.sql("SELECT state = 'RUNNING' FROM studio.repair_batch WHERE id = :id")
                .param("id", id)
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    List<Work> running() {
        return jdbc.sql(
                        "SELECT id, kind, asked::text, actor FROM studio.repair_batch WHERE state = 'RUNNING' ORDER BY id")
                .query((row, n) -> new Work(
                        row.getLong("id"),
                        Kind.valueOf(row.getString("kind")),
                        row.getString("asked"),
                        row.getString("actor")))
                .list();
    }

    /** The next instances without a result, locked so that no other studio takes them; within a transaction. */
    List<Long> take(long id, int limit) {
        return jdbc.sql("""
                        SELECT instance_key FROM studio.repair_batch_item WHERE batch_id = :id AND state = 'PENDING'
                        ORDER BY instance_key LIMIT :limit FOR UPDATE SKIP LOCKED""")
                .param("id", id)
                .param("limit", limit)
                .query(Long.class)
                .list();
    }

    void result(long id, long instanceKey, String state, String detail) {
        jdbc.sql("""
                        UPDATE studio.repair_batch_item SET state = :state, detail = :detail, done_at = :now
                        WHERE batch_id = :id AND instance_key = :instance""")
                .param("id", id)
                .param("instance", instanceKey)
                .param("state", state)
                .param("detail", detail)
                .param("now", now())
                .update();
    }

    /** Ends a batch that has a result for every instance. */
    void endIfDone(long id) {
        jdbc.sql("""
                        UPDATE studio.repair_batch SET state = 'DONE', ended_at = :now WHERE id = :id AND state = 'RUNNING'
                           AND NOT EXISTS (SELECT FROM studio.repair_batch_item WHERE batch_id = :id AND state = 'PENDING')""").param("id", id).param("now", now()).update();
    }

    private static Batch batch(ResultSet row) throws SQLException {
        OffsetDateTime ended = row.getObject("ended_at", OffsetDateTime.class);
        return new Batch(
                row.getString("id"),
                Kind.valueOf(row.getString("kind")),
                row.getString("filter"),
                row.getString("actor"),
                State.valueOf(row.getString("state")),
                row.getInt("total"),
                new Progress(
                        row.getInt("pending"),
                        row.getInt("done"),
                        row.getInt("nothing"),
                        row.getInt("refused"),
                        row.getInt("given_up")),
                row.getObject("ordered_at", OffsetDateTime.class).toInstant(),
                ended == null ? null : ended.toInstant());
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
