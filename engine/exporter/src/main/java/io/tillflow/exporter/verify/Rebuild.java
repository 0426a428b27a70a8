package io.tillflow.exporter.verify;

import io.tillflow.exporter.archive.ArchiveReader;
import io.tillflow.exporter.store.Database;
import io.tillflow.exporter.store.Deletions;
import io.tillflow.exporter.store.HistorySchema;
import io.tillflow.exporter.store.Position;
import io.tillflow.exporter.store.Retention;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Replaces history by what the archive says, in one transaction; a running exporter waits and then goes on from there. What was
 * deleted by hand stays deleted as long as the schema that is replaced says so, and what retention dropped stays dropped.
 */
public final class Rebuild {

    private Rebuild() {}

    /** Thrown when history is there and its replacement was not asked for. */
    public static final class HistoryIsThere extends Exception {
        private static final long serialVersionUID = 1L;

        HistoryIsThere() {
            super("expected an empty schema \"history\", but it holds rows; --replace drops them first");
        }
    }

    /** Rebuilds every partition of the archive and answers how far each got. */
    public static Map<Integer, Position> run(Database database, Path archive, boolean replace)
            throws SQLException, IOException, HistoryIsThere {
        try (Connection connection = database.connectForLongWork("tillflow-rebuild")) {
            HistorySchema.lock(connection);
            Deletions.lock(connection);
            HistorySchema.layOut(connection, HistorySchema.HISTORY);
            if (!replace && !Position.readAll(connection, HistorySchema.HISTORY).isEmpty()) {
                throw new HistoryIsThere();
            }
            try (Statement statement = connection.createStatement()) {
                statement.execute("CREATE TEMPORARY TABLE deleted_by_hand ON COMMIT DROP AS SELECT * FROM "
                        + HistorySchema.HISTORY + ".deletion");
                statement.execute("CREATE TEMPORARY TABLE cut_off ON COMMIT DROP AS SELECT * FROM "
                        + HistorySchema.HISTORY + ".retention");
                statement.execute("DROP SCHEMA " + HistorySchema.HISTORY + " CASCADE");
            }
            HistorySchema.layOut(connection, HistorySchema.HISTORY);
            restore(connection, "retention", "cut_off");
            Map<Integer, Position> reached = new TreeMap<>();
            for (int partition : ArchiveReader.partitions(archive)) {
                Position position = Replay.run(connection, HistorySchema.HISTORY, archive, partition, Long.MAX_VALUE)
                        .reached();
                position.store(connection, HistorySchema.HISTORY, partition);
                reached.put(partition, position);
                cutOff(connection, partition);
            }
            restore(connection, "deletion", "deleted_by_hand");
            Deletions.replay(connection, HistorySchema.HISTORY, HistorySchema.HISTORY + ".deletion");
            connection.commit();
            return reached;
        }
    }

    private static void restore(Connection connection, String table, String saved) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("INSERT INTO " + HistorySchema.HISTORY + "." + table + " SELECT * FROM pg_temp." + saved);
        }
    }

    /** Where retention did: what it dropped may have been deleted by hand before, and nobody knows that any more. */
    private static void cutOff(Connection connection, int partition) throws SQLException {
        Retention retention = new Retention(HistorySchema.HISTORY, partition);
        Optional<Instant> cut = retention.prunedBefore(connection);
        if (cut.isPresent()) {
            retention.delete(connection, cut.get());
        }
    }
}
