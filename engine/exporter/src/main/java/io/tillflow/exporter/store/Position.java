package io.tillflow.exporter.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/** How far a partition has been written, and the time of the newest record among those. */
public record Position(long position, Instant recordTime) {

    /** Nothing has been written yet. */
    public static final Position NONE = new Position(-1, Instant.EPOCH);

    /** The position after a batch that ends with the given record. */
    public Position advancedTo(long lastPosition, Instant newestRecord) {
        return new Position(lastPosition, newestRecord.isAfter(recordTime) ? newestRecord : recordTime);
    }

    public static Position read(Connection connection, String schema, int partition) throws SQLException {
        return readAll(connection, schema).getOrDefault(partition, NONE);
    }

    /** Every partition's position. */
    public static Map<Integer, Position> readAll(Connection connection, String schema) throws SQLException {
        Map<Integer, Position> positions = new TreeMap<>();
        try (PreparedStatement select = connection.prepareStatement(
                        "SELECT partition_id, position, record_time FROM " + schema + ".export_position");
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                positions.put(
                        rows.getInt(1),
                        new Position(rows.getLong(2), rows.getTimestamp(3).toInstant()));
            }
        }
        return positions;
    }

    /** Stores it in the connection's transaction, together with the rows that it speaks of. */
    public void store(Connection connection, String schema, int partition) throws SQLException {
        try (PreparedStatement upsert = connection.prepareStatement("INSERT INTO " + schema + """
                .export_position (partition_id, position, record_time, written_at) VALUES (?, ?, ?, clock_timestamp())
                ON CONFLICT (partition_id) DO UPDATE
                SET position = excluded.position, record_time = excluded.record_time, written_at = excluded.written_at
                """)) {
            upsert.setInt(1, partition);
            upsert.setLong(2, position);
            upsert.setTimestamp(3, Timestamp.from(recordTime));
            upsert.executeUpdate();
        }
    }
}
