package io.tillflow.exporter.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillflow.exporter.Records;
import io.tillflow.exporter.projection.Changes;
import io.tillflow.exporter.projection.HistoryTable;
import io.tillflow.exporter.projection.Projection;
import io.tillflow.exporter.projection.RecordLine;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HistoryWriterIT {

    private static EmbeddedPostgres server;
    private Connection connection;

    @BeforeAll
    static void start() throws Exception {
        server = EmbeddedPostgres.start();
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
    }

    @BeforeEach
    void connect() throws SQLException {
        connection = DriverManager.getConnection(server.getJdbcUrl("postgres", "postgres"));
        connection.setAutoCommit(false);
        HistorySchema.migrate(connection, "history");
    }

    @AfterEach
    void rollBack() throws SQLException {
        connection.rollback();
        connection.close();
    }

    @Test
    void tablesAreAsTheProjectionThinks() throws SQLException {
        for (HistoryTable table : HistoryTable.values()) {
            String columns = table.columns().stream()
                    .map(column -> column.name() + " " + column.type())
                    .sorted()
                    .collect(Collectors.joining(", "));
            assertThat(query("""
                            SELECT string_agg(column_name || ' ' || CASE data_type
                                WHEN 'timestamp with time zone' THEN 'timestamptz' WHEN 'integer' THEN 'int' ELSE data_type END,
                                ', ' ORDER BY column_name COLLATE "C", data_type)
                            FROM information_schema.columns WHERE table_schema = 'history' AND table_name = '%s'
                            """.formatted(table.sqlName())))
                    .as(table.sqlName())
                    .isEqualTo(columns);
        }
    }

    @Test
    void everyMigrationThatShipsIsApplied() throws SQLException, IOException, URISyntaxException {
        try (Stream<Path> files =
                Files.list(Path.of(Objects.requireNonNull(HistorySchema.class.getResource("/db/history"))
                        .toURI()))) {
            String shipped =
                    files.map(it -> it.getFileName().toString()).sorted().collect(Collectors.joining(", "));
            assertThat(query("SELECT string_agg(file, ', ' ORDER BY file COLLATE \"C\") FROM history.schema_version"))
                    .isEqualTo(shipped);
        }
    }

    @Test
    void migratingAgainChangesNothing() throws SQLException {
        String before = query("SELECT count(*) FROM history.schema_version");
        HistorySchema.migrate(connection, "history");
        assertThat(query("SELECT count(*) FROM history.schema_version")).isEqualTo(before);
    }

    @Test
    void anyCutBetweenBatchesGivesTheSameRows() throws SQLException {
        List<String> story = List.of(
                Records.event(1, "MESSAGE", "PUBLISHED", 700, """
                        {"name":"placed","correlationKey":"o-1","messageId":"e-1","deadline":1,"variables":{}}"""),
                Records.event(2, "MESSAGE_START_EVENT_SUBSCRIPTION", "CORRELATED", 701, """
                        {"messageKey":700,"messageName":"placed","correlationKey":"o-1","processInstanceKey":100,\
                        "bpmnProcessId":"order","startEventId":"placed"}"""),
                Records.variable(3, "CREATED", 100, "businessKey", "\"R-1\""),
                Records.element(4, "ELEMENT_ACTIVATING", 100, "PROCESS"),
                Records.element(5, "ELEMENT_ACTIVATING", 102, "TASK"),
                Records.job(6, "CREATED", ""),
                Records.incident(7, "CREATED", 500),
                Records.incident(8, "RESOLVED", 500),
                Records.variable(9, "UPDATED", 100, "businessKey", "\"R-2\""),
                Records.job(10, "COMPLETED", ",\"variables\":{\"a\":\"tab\\t\\\\N\"}"),
                Records.element(11, "ELEMENT_COMPLETED", 102, "TASK"),
                Records.element(12, "ELEMENT_COMPLETED", 100, "PROCESS"));
        TreeSet<String> outcomes = new TreeSet<>();
        for (int batch = 1; batch <= story.size(); batch++) {
            String schema = "cut_" + batch;
            HistorySchema.layOut(connection, schema);
            for (int from = 0; from < story.size(); from += batch) {
                write(schema, story.subList(from, Math.min(from + batch, story.size())));
            }
            outcomes.add(dump(schema));
        }
        assertThat(outcomes).hasSize(1);
        assertThat(outcomes.first())
                .contains("\"business_key\": \"R-2\"")
                .contains("\"message_id\": \"e-1\"")
                .contains("\"open_incidents\": 0");
    }

    @Test
    void retentionDeletesWhatEndedAndAllAboutIt() throws SQLException {
        write(
                "history",
                List.of(
                        Records.element(1, "ELEMENT_ACTIVATING", 100, "PROCESS"),
                        Records.variable(2, "CREATED", 100, "a", "1"),
                        Records.job(3, "CREATED", ""),
                        Records.incident(4, "CREATED", 500),
                        Records.element(5, "ELEMENT_COMPLETED", 100, "PROCESS")));
        Retention retention = new Retention("history", 0);
        Instant end = Instant.parse(Records.TIME_TEXT);
        retention.delete(connection, end);
        assertThat(query("SELECT count(*) FROM history.job")).isEqualTo("1");
        retention.delete(connection, end.plus(Duration.ofSeconds(1)));
        for (String table :
                List.of("process_instance", "element_instance", "variable", "variable_change", "job", "incident")) {
            assertThat(query("SELECT count(*) FROM history." + table)).as(table).isEqualTo("0");
        }
    }

    @Test
    void deletingByHandForgetsEveryTableThatIsAboutInstances() throws SQLException {
        String forget = query("SELECT prosrc FROM pg_proc WHERE oid = 'history.forget'::regproc");
        for (HistoryTable table : HistoryTable.values()) {
            if (table.hasColumn("process_instance_key") && table != HistoryTable.MESSAGE_CORRELATION) {
                assertThat(forget).contains("'" + table.sqlName() + "'");
            }
        }
    }

    @Test
    void retentionDropsWhatWasDeletedByHandWhenItsTimeHasCome() throws SQLException {
        write(
                "history",
                List.of(
                        Records.event(1, "MESSAGE_START_EVENT_SUBSCRIPTION", "CORRELATED", 701, """
                                {"messageKey":700,"messageName":"placed","correlationKey":"o-1","processInstanceKey":100,\
                                "bpmnProcessId":"order","startEventId":"placed"}"""),
                        Records.element(2, "ELEMENT_ACTIVATING", 100, "PROCESS"),
                        Records.element(3, "ELEMENT_COMPLETED", 100, "PROCESS")));
        query("SELECT history.delete_ended(100)");
        String left =
                "SELECT (SELECT count(*) FROM history.message_correlation) || '/' || (SELECT count(*) FROM history.deletion)";
        Instant end = Instant.parse(Records.TIME_TEXT);
        new Retention("history", 0).delete(connection, end);
        assertThat(query(left)).isEqualTo("1/1");
        new Retention("history", 0).delete(connection, end.plus(Duration.ofSeconds(1)));
        assertThat(query(left)).isEqualTo("0/0");
    }

    @Test
    void notificationNamesInstancesWhileTheyFit() {
        assertThat(Notification.payload(new TreeSet<>(List.of("1", "2")))).isEqualTo("[1,2]");
        assertThat(Notification.payload(IntStream.range(1_000_000, 1_001_000)
                        .mapToObj(String::valueOf)
                        .collect(Collectors.toSet())))
                .isEqualTo("*");
    }

    private void write(String schema, List<String> records) throws SQLException {
        Changes changes = new Changes();
        records.stream().map(RecordLine::parse).forEach(record -> Projection.apply(record, changes));
        new HistoryWriter(schema).write(connection, changes);
    }

    private String dump(String schema) {
        return Arrays.stream(HistoryTable.values())
                .map(table -> table + ": " + rows(schema, table))
                .collect(Collectors.joining("\n"));
    }

    private String rows(String schema, HistoryTable table) {
        try {
            return query(
                    "SELECT jsonb_agg(to_jsonb(t) ORDER BY to_jsonb(t)) FROM " + schema + "." + table.sqlName() + " t");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private String query(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return String.valueOf(rows.getString(1));
        }
    }
}
