package io.tillflow.exporter.store;

import io.tillflow.exporter.projection.HistoryTable;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Deletes instances that ended before some instant, with all about them, and what belongs to no instance and is older. The instant
 * is stored, so that a rebuilt history can be cut in the same place.
 */
public final class Retention {

    private static final Duration STEP = Duration.ofDays(1);

    /** Zeebe puts the partition into the upper bits of each key. */
    private static final String OF_PARTITION = "(key >> 51) = ?";

    private static final List<HistoryTable> CHILDREN = Arrays.stream(HistoryTable.values())
            .filter(table -> table.hasColumn("process_instance_key"))
            .filter(table -> table != HistoryTable.REJECTION && table != HistoryTable.ENGINE_ERROR)
            .toList();

    private final String schema;
    private final int partition;

    public Retention(String schema, int partition) {
        this.schema = schema;
        this.partition = partition;
    }

    /** Deletes day by day, each in a transaction of its own, until everything before the instant is gone. */
    public void prune(Connection connection, Instant before) throws SQLException {
        Optional<Instant> next = prunedBefore(connection).or(() -> oldestEnd(connection));
        while (next.isPresent() && next.get().isBefore(before)) {
            Instant stepEnd = next.get().plus(STEP);
            Instant cut = stepEnd.isBefore(before) ? stepEnd : before;
            delete(connection, cut);
            remember(connection, cut);
            connection.commit();
            next = Optional.of(cut);
        }
        connection.rollback();
    }

    /** Where history was cut off last. */
    public Optional<Instant> prunedBefore(Connection connection) throws SQLException {
        return instant(connection, "SELECT pruned_before FROM " + schema + ".retention WHERE partition_id = ?");
    }

    private Optional<Instant> oldestEnd(Connection connection) {
        try {
            return instant(
                    connection,
                    "SELECT min(ended_at) FROM " + schema + ".process_instance WHERE ended_at IS NOT NULL AND "
                            + OF_PARTITION);
        } catch (SQLException e) {
            throw new IllegalStateException("could not read the oldest finished instance", e);
        }
    }

    private Optional<Instant> instant(Connection connection, String sql) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setInt(1, partition);
            try (ResultSet rows = select.executeQuery()) {
                return rows.next()
                        ? Optional.ofNullable(rows.getTimestamp(1)).map(Timestamp::toInstant)
                        : Optional.empty();
            }
        }
    }

    /** Deletes in the connection's transaction. */
    public void delete(Connection connection, Instant before) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE TEMPORARY TABLE doomed (key bigint PRIMARY KEY) ON COMMIT DROP");
            execute(
                    connection,
                    "INSERT INTO doomed SELECT key FROM " + schema + ".process_instance WHERE " + OF_PARTITION
                            + " AND ended_at < ?",
                    before);
            execute(
                    connection,
                    "INSERT INTO doomed SELECT key FROM " + schema + ".deletion WHERE kind = 'INSTANCE' AND "
                            + OF_PARTITION + " AND lasts_until < ? ON CONFLICT DO NOTHING",
                    before);
            for (HistoryTable table : CHILDREN) {
                statement.execute("DELETE FROM " + schema + "." + table.sqlName()
                        + " WHERE process_instance_key IN (SELECT key FROM doomed)");
            }
            statement.execute("DELETE FROM " + schema + ".process_instance WHERE key IN (SELECT key FROM doomed)");
            statement.execute("DROP TABLE doomed");
        }
        deleteFrom(connection, "message", OF_PARTITION + " AND deadline < ?", before);
        deleteFrom(connection, "deletion", OF_PARTITION + " AND lasts_until < ?", before);
        deleteFrom(connection, "signal", OF_PARTITION + " AND broadcast_at < ?", before);
        deleteFrom(connection, "timer", OF_PARTITION + " AND process_instance_key IS NULL AND ended_at < ?", before);
        deleteFrom(
                connection,
                "decision_evaluation",
                OF_PARTITION + " AND process_instance_key IS NULL AND evaluated_at < ?",
                before);
        deleteFrom(connection, "rejection", "partition_id = ? AND rejected_at < ?", before);
        deleteFrom(connection, "engine_error", "partition_id = ? AND occurred_at < ?", before);
    }

    private void deleteFrom(Connection connection, String table, String condition, Instant before) throws SQLException {
        execute(connection, "DELETE FROM " + schema + "." + table + " WHERE " + condition, before);
    }

    private void remember(Connection connection, Instant before) throws SQLException {
        execute(connection, "INSERT INTO " + schema + """
                .retention (partition_id, pruned_before) VALUES (?, ?)
                ON CONFLICT (partition_id) DO UPDATE SET pruned_before = excluded.pruned_before
                """, before);
    }

    private void execute(Connection connection, String sql, Instant before) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setInt(1, partition);
            statement.setTimestamp(2, Timestamp.from(before));
            statement.executeUpdate();
        }
    }
}
