package io.tillflow.connectors.intelligence;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;

/** Files of comma-separated values into tables. */
@Component
class CopyIn {
    private final JdbcOperations database;

    CopyIn(JdbcOperations database) {
        this.database = database;
    }

    /** The file has the table's columns, and a header. */
    void read(String table, Path file) {
        database.execute((ConnectionCallback<Long>) connection -> {
            try (InputStream in = Files.newInputStream(file)) {
                return connection
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyIn("copy " + table + " from stdin with (format csv, header)", in);
            } catch (IOException e) {
                throw new UncheckedIOException("the file for " + table + " cannot be read", e);
            }
        });
    }
}
