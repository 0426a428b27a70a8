package io.tillflow.exporter.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;

/**
 * Lays out and updates the tables. A runner of its own, as migration libraries look for their files and plugins in ways that the
 * broker's isolated class loader does not serve.
 */
public final class HistorySchema {

    /** The schema that the broker's exporter writes. */
    public static final String HISTORY = "history";

    private static final List<String> MIGRATIONS = List.of(
            "V1__history.sql",
            "V2__console.sql",
            "V3__watch.sql",
            "V4__deletion.sql",
            "V5__working.sql",
            "V6__standing.sql",
            "V7__standings.sql",
            "V8__positions.sql");
    private static final long LOCK = 0x7469_6c6c_666c_6f77L;

    private HistorySchema() {}

    /** Applies the migrations that are missing, in the connection's transaction and one at a time; the caller commits. */
    public static void migrate(Connection connection, String schema) throws SQLException {
        lock(connection);
        layOut(connection, schema);
    }

    /** Keeps others from migrating until the connection's transaction ends. */
    public static void lock(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SELECT pg_advisory_xact_lock(" + LOCK + ")");
        }
    }

    /** Lays the tables out in a schema that nobody else knows. */
    public static void layOut(Connection connection, String schema) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE SCHEMA IF NOT EXISTS " + schema);
            statement.execute("SET LOCAL search_path TO " + schema);
            statement.execute("""
                    CREATE TABLE IF NOT EXISTS schema_version (
                        file       text        PRIMARY KEY,
                        checksum   bigint      NOT NULL,
                        applied_at timestamptz NOT NULL DEFAULT now()
                    )""");
            Map<String, Long> applied = applied(statement);
            for (String file : MIGRATIONS) {
                apply(connection, file, applied);
            }
        }
    }

    private static Map<String, Long> applied(Statement statement) throws SQLException {
        Map<String, Long> applied = new HashMap<>();
        try (ResultSet rows = statement.executeQuery("SELECT file, checksum FROM schema_version")) {
            while (rows.next()) {
                applied.put(rows.getString(1), rows.getLong(2));
            }
        }
        return applied;
    }

    private static void apply(Connection connection, String file, Map<String, Long> applied) throws SQLException {
        String sql = read(file);
        long checksum = checksum(sql);
        Long stored = applied.get(file);
        if (stored == null) {
            try (Statement statement = connection.createStatement()) {
                statement.execute(sql);
            }
            try (PreparedStatement insert =
                    connection.prepareStatement("INSERT INTO schema_version (file, checksum) VALUES (?, ?)")) {
                insert.setString(1, file);
                insert.setLong(2, checksum);
                insert.executeUpdate();
            }
        } else if (stored != checksum) {
            throw new IllegalStateException(
                    "expected migration " + file + " as it was applied to this database (checksum " + stored
                            + "), but the exporter brings another (" + checksum + ")");
        }
    }

    private static String read(String file) {
        try (InputStream in = HistorySchema.class.getResourceAsStream("/db/history/" + file)) {
            if (in == null) {
                throw new IllegalStateException(
                        "expected migration " + file + " in the exporter's jar, but it is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long checksum(String sql) {
        CRC32 crc = new CRC32();
        crc.update(sql.getBytes(StandardCharsets.UTF_8));
        return crc.getValue();
    }
}
