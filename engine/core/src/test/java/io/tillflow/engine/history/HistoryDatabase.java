package io.tillflow.engine.history;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One database for the tests of this JVM, laid out by the exporter's own migrations. */
public final class HistoryDatabase {

    private static final HistoryDatabase ONE = new HistoryDatabase();

    private final EmbeddedPostgres postgres;
    private final JdbcClient jdbc;

    private HistoryDatabase() {
        try {
            postgres = EmbeddedPostgres.builder().start();
            Runtime.getRuntime().addShutdownHook(new Thread(this::close));
            jdbc = JdbcClient.create(postgres.getPostgresDatabase());
            jdbc.sql("create schema history").update();
            for (Path migration : migrations()) {
                jdbc.sql("set search_path = history; " + Files.readString(migration) + "; reset search_path")
                        .update();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static java.util.List<Path> migrations() throws IOException {
        try (var files = Files.list(Path.of("../exporter/src/main/resources/db/history"))) {
            return files.filter(it -> it.toString().endsWith(".sql")).sorted().toList();
        }
    }

    private void close() {
        try {
            postgres.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static HistoryDatabase get() {
        return ONE;
    }

    /** Empties every table of history. */
    public JdbcClient emptied() {
        String tables = String.join(
                ", ",
                jdbc.sql("select 'history.' || tablename from pg_tables where schemaname = 'history'")
                        .query(String.class)
                        .list());
        jdbc.sql("truncate " + tables).update();
        return jdbc;
    }

    public JdbcClient jdbc() {
        return jdbc;
    }

    public DataSource dataSource() {
        return postgres.getPostgresDatabase();
    }
}
