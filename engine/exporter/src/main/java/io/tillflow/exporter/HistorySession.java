package io.tillflow.exporter;

import io.tillflow.exporter.archive.ArchiveWriter;
import io.tillflow.exporter.projection.Changes;
import io.tillflow.exporter.projection.Projection;
import io.tillflow.exporter.projection.RecordLine;
import io.tillflow.exporter.store.Database;
import io.tillflow.exporter.store.Deletions;
import io.tillflow.exporter.store.HistorySchema;
import io.tillflow.exporter.store.HistoryWriter;
import io.tillflow.exporter.store.Notification;
import io.tillflow.exporter.store.Position;
import java.io.Closeable;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** One connection to the database, and what was stored when it was opened; after any failure a new one is opened. */
final class HistorySession implements Closeable {

    private static final String SCHEMA = HistorySchema.HISTORY;

    private final Connection connection;
    private final int partition;
    private final HistoryWriter writer = new HistoryWriter(SCHEMA);
    private Position stored;

    private HistorySession(Connection connection, int partition, Position stored) {
        this.connection = connection;
        this.partition = partition;
        this.stored = stored;
    }

    /** Connects, updates the schema and reads the position; refuses one before what Zeebe was told is written. */
    static HistorySession open(Database database, int partition, long acknowledged) throws SQLException {
        String name = "tillflow-exporter-" + partition;
        try (Connection patient = database.connectForLongWork(name)) {
            HistorySchema.migrate(patient, SCHEMA); // a new index of a large history takes minutes
            patient.commit();
        }
        Connection connection = database.connect(name);
        try {
            Position stored = Position.read(connection, SCHEMA, partition);
            connection.commit();
            if (stored.position() < acknowledged) {
                throw HistoryRefused.behind(stored.position(), acknowledged);
            }
            return new HistorySession(connection, partition, stored);
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    long storedPosition() {
        return stored.position();
    }

    /** Archives and stores the records that are not stored yet. */
    void write(List<ExportedRecord> batch, ArchiveWriter archive) throws SQLException, IOException {
        List<ExportedRecord> unwritten =
                batch.stream().filter(this::isUnwritten).toList();
        if (unwritten.isEmpty()) {
            return;
        }
        long last = unwritten.getLast().position();
        List<String> lines = unwritten.stream()
                .filter(record -> record.position() > archive.archivedTo())
                .map(ExportedRecord::json)
                .toList();
        if (!lines.isEmpty()) {
            archive.append(lines, last);
        }
        store(unwritten, stored.advancedTo(last, newest(unwritten)));
    }

    private boolean isUnwritten(ExportedRecord record) {
        boolean written = record.position() <= stored.position();
        if (written && record.timestamp() > stored.recordTime().toEpochMilli()) {
            throw HistoryRefused.ofAnotherBroker(stored.position(), record.position());
        }
        return !written;
    }

    private void store(List<ExportedRecord> records, Position position) throws SQLException {
        Changes changes = new Changes();
        records.forEach(record -> Projection.apply(RecordLine.parse(record.json()), changes));
        Deletions.holdOff(connection);
        writer.write(connection, changes);
        Deletions.again(connection, SCHEMA, changes.instances());
        position.store(connection, SCHEMA, partition);
        Notification.send(connection, changes.instances());
        connection.commit();
        stored = position;
    }

    private static Instant newest(List<ExportedRecord> records) {
        return Instant.ofEpochMilli(
                records.stream().mapToLong(ExportedRecord::timestamp).max().orElse(0));
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException ignored) {
            // The session is given up because the connection is broken: there is nothing left to close.
        }
    }
}
