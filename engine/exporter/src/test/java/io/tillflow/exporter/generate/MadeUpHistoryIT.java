package io.tillflow.exporter.generate;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillflow.exporter.store.HistorySchema;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class MadeUpHistoryIT {

    private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");

    @Test
    void isConsistentInItself() throws Exception {
        try (EmbeddedPostgres server = EmbeddedPostgres.start();
                Connection connection = DriverManager.getConnection(server.getJdbcUrl("postgres", "postgres"))) {
            connection.setAutoCommit(false);
            HistorySchema.migrate(connection, "history");
            String indices = count(connection, "pg_indexes WHERE schemaname = 'history'");
            new MadeUpHistory("history", 7, NOW, 90).write(connection, 300);
            new MadeUpHistory("history", 8, NOW, 90).write(connection, 2_000);
            assertThat(count(connection, "history.process_instance")).isEqualTo("2300");
            assertThat(count(connection, "pg_indexes WHERE schemaname = 'history'"))
                    .isEqualTo(indices);
            assertThat(count(connection, "history.process_instance WHERE (state = 'ACTIVE') <> (ended_at IS NULL)"))
                    .isEqualTo("0");
            assertThat(count(connection, "history.process_instance WHERE ended_at > '2026-06-01T12:00:00Z'"))
                    .isEqualTo("0");
            assertThat(count(connection, """
                            history.process_instance p WHERE state = 'ACTIVE' AND NOT EXISTS (
                                SELECT FROM history.element_instance e
                                WHERE e.process_instance_key = p.key AND e.key <> p.key AND e.state = 'ACTIVE')""")).isEqualTo("0");
            assertThat(count(connection, """
                            history.process_instance p WHERE open_incidents <> (
                                SELECT count(*) FROM history.incident i WHERE i.process_instance_key = p.key AND i.state = 'OPEN')""")).isEqualTo("0");
            assertThat(count(connection, "history.process_definition WHERE resource::xml IS DOCUMENT"))
                    .isEqualTo("12");
            for (String state : new String[] {"ACTIVE", "COMPLETED", "CANCELLED"}) {
                assertThat(count(connection, "history.process_instance WHERE state = '" + state + "'"))
                        .isNotEqualTo("0");
            }
        }
    }

    private static String count(Connection connection, String from) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT count(*) FROM " + from)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
