package io.tillflow.exporter.verify;

import io.tillflow.exporter.archive.ArchiveReader;
import io.tillflow.exporter.projection.HistoryTable;
import io.tillflow.exporter.store.Database;
import io.tillflow.exporter.store.Deletions;
import io.tillflow.exporter.store.HistorySchema;
import io.tillflow.exporter.store.Position;
import io.tillflow.exporter.store.Retention;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Rebuilds history in a scratch schema and compares. All of it is one transaction that sees the database as it was at its begin and
 * is rolled back at its end: the exporter may go on writing, and nothing is left behind even if this is killed.
 */
public final class Verification {

    private final Connection connection;
    private final Path archive;
    private final List<String> problems = new ArrayList<>();
    private boolean whole = true;
    private long records;

    private Verification(Connection connection, Path archive) {
        this.connection = connection;
        this.archive = archive;
    }

    /** Compares what the database holds with what the archive says it should hold. */
    public static VerificationReport run(Database database, Path archive) throws SQLException, IOException {
        try (Connection connection = database.connectForLongWork("tillflow-verify")) {
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            try {
                return new Verification(connection, archive).run();
            } finally {
                connection.rollback();
            }
        }
    }

    private VerificationReport run() throws SQLException, IOException {
        Map<Integer, Position> positions = Position.readAll(connection, HistorySchema.HISTORY);
        String scratch = scratchSchema();
        HistorySchema.layOut(connection, scratch);
        List<Integer> archived = ArchiveReader.partitions(archive);
        for (Map.Entry<Integer, Position> partition : positions.entrySet()) {
            if (archived.contains(partition.getKey())) {
                rebuild(scratch, partition.getKey(), partition.getValue());
            } else {
                problems.add("the archive has no records of partition " + partition.getKey());
            }
        }
        Deletions.replay(connection, scratch, HistorySchema.HISTORY + ".deletion");
        VerificationReport.Builder report = new VerificationReport.Builder(positions, records, whole, problems);
        Comparison comparison = new Comparison(connection, HistorySchema.HISTORY, scratch, whole);
        for (HistoryTable table : HistoryTable.values()) {
            report.add(comparison.compare(table));
        }
        return report.build();
    }

    private String scratchSchema() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT 'history_scratch_' || pg_backend_pid()")) {
            row.next();
            return row.getString(1);
        }
    }

    private void rebuild(String scratch, int partition, Position position) throws SQLException, IOException {
        Replay.Outcome outcome = Replay.run(connection, scratch, archive, partition, position.position());
        records += outcome.records();
        whole &= outcome.begin() < 0;
        if (outcome.reached().position() < position.position()) {
            problems.add("the archive of partition " + partition + " ends at record "
                    + outcome.reached().position() + ", but history goes on to " + position.position());
        }
        Optional<Instant> cut = new Retention(HistorySchema.HISTORY, partition).prunedBefore(connection);
        if (cut.isPresent()) {
            new Retention(scratch, partition).delete(connection, cut.get());
        }
    }
}
