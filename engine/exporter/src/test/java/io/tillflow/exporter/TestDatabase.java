package io.tillflow.exporter;

import io.tillflow.exporter.store.Database;
import io.tillflow.testkit.FreePorts;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** A real PostgreSQL that can go away and come back with its data and port. */
final class TestDatabase implements AutoCloseable {

    private final Path data;
    private final int port;
    private EmbeddedPostgres server;

    private TestDatabase(Path data, int port) throws IOException {
        this.data = data;
        this.port = port;
        this.server = start();
    }

    static TestDatabase create() throws IOException {
        return new TestDatabase(TestFolders.create("database"), FreePorts.next());
    }

    private EmbeddedPostgres start() throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setPort(port)
                .start();
    }

    Database access() {
        return new Database("jdbc:postgresql://127.0.0.1:" + port + "/postgres", "postgres", "postgres");
    }

    void goAway() throws IOException {
        server.close();
    }

    void comeBack() throws IOException {
        server = start();
    }

    /** The first column of the first row. */
    String query(String sql) throws SQLException {
        try (Connection connection = access().connect("test");
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            return rows.next() ? String.valueOf(rows.getString(1)) : "";
        }
    }

    long count(String table, String condition) throws SQLException {
        return Long.parseLong(query("SELECT count(*) FROM history." + table + " WHERE " + condition));
    }

    void execute(String sql) throws SQLException {
        try (Connection connection = access().connect("test");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
            connection.commit();
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
