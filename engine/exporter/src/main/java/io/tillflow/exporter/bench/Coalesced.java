package io.tillflow.exporter.bench;

import io.tillflow.exporter.archive.ArchiveSettings;
import io.tillflow.exporter.archive.ArchiveWriter;
import io.tillflow.exporter.projection.Changes;
import io.tillflow.exporter.projection.Projection;
import io.tillflow.exporter.projection.RecordLine;
import io.tillflow.exporter.store.HistoryWriter;
import io.tillflow.exporter.store.Position;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What the exporter's own thread does with full batches, the archive included. */
final class Coalesced {

    private static final int BATCH = 5_000;

    private final Connection connection;
    private final String schema;
    private final Path archive;

    Coalesced(Connection connection, String schema, Path archive) {
        this.connection = connection;
        this.schema = schema;
        this.archive = archive;
    }

    void write(List<String> lines) throws SQLException, IOException {
        HistoryWriter writer = new HistoryWriter(schema);
        ArchiveSettings settings = new ArchiveSettings(archive, 1L << 26, Duration.ofHours(24), 0, Duration.ZERO);
        try (ArchiveWriter files = new ArchiveWriter(settings, 1, -1, Clock.systemUTC())) {
            for (int from = 0; from < lines.size(); from += BATCH) {
                List<String> batch = lines.subList(from, Math.min(from + BATCH, lines.size()));
                Changes changes = new Changes();
                Position position = Position.NONE;
                for (String line : batch) {
                    RecordLine record = RecordLine.parse(line);
                    Projection.apply(record, changes);
                    position = position.advancedTo(record.position(), Instant.ofEpochMilli(record.timestamp()));
                }
                files.append(batch, position.position());
                writer.write(connection, changes);
                position.store(connection, schema, 1);
                connection.commit();
            }
        }
    }
}
