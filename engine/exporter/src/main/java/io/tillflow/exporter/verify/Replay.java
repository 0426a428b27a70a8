package io.tillflow.exporter.verify;

import io.tillflow.exporter.archive.ArchiveReader;
import io.tillflow.exporter.projection.Changes;
import io.tillflow.exporter.projection.Projection;
import io.tillflow.exporter.projection.RecordLine;
import io.tillflow.exporter.store.HistoryWriter;
import io.tillflow.exporter.store.Position;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;

/** Projects a partition's archived records into a schema, exactly as the exporter does with live ones. */
final class Replay {

    private static final int BATCH_RECORDS = 5_000;

    private final Connection connection;
    private final HistoryWriter writer;
    private Changes changes = new Changes();
    private int batched;
    private long records;
    private Position reached = Position.NONE;

    private Replay(Connection connection, String schema) {
        this.connection = connection;
        this.writer = new HistoryWriter(schema);
    }

    /**
     * What was replayed.
     *
     * @param begin the position after which the archive begins: -1 unless its oldest segments are gone
     * @param reached the last record that was replayed
     */
    record Outcome(long begin, Position reached, long records) {}

    /** Replays the records up to the given position, in the connection's transaction. */
    static Outcome run(Connection connection, String schema, Path archive, int partition, long upTo)
            throws IOException, SQLException {
        Replay replay = new Replay(connection, schema);
        ArchiveReader reader = new ArchiveReader(archive, partition);
        try {
            reader.read(upTo, replay::take);
        } catch (UncheckedSqlException e) {
            throw e.cause();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        replay.write();
        return new Outcome(reader.begin(), replay.reached, replay.records);
    }

    private void take(RecordLine record) {
        Projection.apply(record, changes);
        reached = reached.advancedTo(record.position(), Instant.ofEpochMilli(record.timestamp()));
        records++;
        if (++batched == BATCH_RECORDS) {
            try {
                write();
            } catch (SQLException e) {
                throw new UncheckedSqlException(e);
            }
        }
    }

    private void write() throws SQLException {
        writer.write(connection, changes);
        changes = new Changes();
        batched = 0;
    }

    /** Carries a database's refusal through the reader. */
    private static final class UncheckedSqlException extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final SQLException cause;

        UncheckedSqlException(SQLException cause) {
            super(cause);
            this.cause = cause;
        }

        SQLException cause() {
            return cause;
        }
    }
}
