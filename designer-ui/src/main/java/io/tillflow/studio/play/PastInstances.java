package io.tillflow.studio.play;

import io.tillflow.studio.play.PastInstance.Happening;
import io.tillflow.studio.play.PastInstance.PastJob;
import io.tillflow.studio.repair.RestartPlan;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads real instances with everything that decided how they went. */
@Repository
class PastInstances {
    private static final JsonMapper JSON = new JsonMapper();

    private final JdbcClient jdbc;
    private final Clock clock;

    PastInstances(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** An instance before everything else of it is read. */
    record Head(
            long key,
            String businessKey,
            Instant startedAt,
            @Nullable Instant endedAt) {}

    /** Instances of the process that started in the last days, the newest first; those that were cancelled by hand are left out. */
    List<Head> ofLastDays(String processId, int days, int limit) {
        OffsetDateTime since = OffsetDateTime.ofInstant(clock.instant().minus(Duration.ofDays(days)), ZoneOffset.UTC);
        return jdbc.sql("""
                        SELECT key, coalesce(business_key, '') AS business_key, started_at, ended_at FROM history.process_instance
                        WHERE bpmn_process_id = :id AND started_at >= :since AND state <> 'CANCELLED'
                          AND parent_process_instance_key IS NULL
                        ORDER BY started_at DESC LIMIT :limit""")
                .param("id", processId)
                .param("since", since)
                .param("limit", limit)
                .query((row, n) -> head(row))
                .list();
    }

    /** The newest instance of the process that began by itself for an order; also a called one by its key. */
    Optional<Head> named(String processId, String name) {
        return jdbc.sql("""
                        SELECT key, coalesce(business_key, '') AS business_key, started_at, ended_at FROM history.process_instance
                        WHERE bpmn_process_id = :id
                          AND (business_key = :name AND parent_process_instance_key IS NULL OR key = :key) AND state <> 'CANCELLED'
                        ORDER BY started_at DESC LIMIT 1""")
                .param("id", processId)
                .param("name", name)
                .param("key", name.matches("\\d{1,18}") ? Long.parseLong(name) : -1)
                .query((row, n) -> head(row))
                .optional();
    }

    /** An instance that is open or ended by itself. */
    Optional<PastInstance> find(long key) {
        return jdbc.sql("""
                        SELECT key, coalesce(business_key, '') AS business_key, started_at, ended_at FROM history.process_instance
                        WHERE key = :key AND state <> 'CANCELLED'""")
                .param("key", key)
                .query((row, n) -> head(row))
                .optional()
                .map(this::instance);
    }

    /** How the newest instances began that a message started. */
    List<Beginning> beginnings(String processId, int limit) {
        return jdbc.sql("""
                        SELECT i.key, coalesce(i.business_key, '') AS business_key, c.name, c.correlation_key, m.variables
                        FROM history.process_instance i
                        JOIN history.message_correlation c ON c.process_instance_key = i.key AND c.kind = 'START'
                        JOIN history.message m ON m.key = c.message_key
                        WHERE i.bpmn_process_id = :id AND i.state <> 'CANCELLED' AND m.variables IS NOT NULL
                        ORDER BY i.started_at DESC LIMIT :limit""")
                .param("id", processId)
                .param("limit", limit)
                .query((row, n) -> new Beginning(
                        row.getLong("key"),
                        row.getString("business_key"),
                        row.getString("name"),
                        row.getString("correlation_key"),
                        json(row.getString("variables"))))
                .list();
    }

    /** With what a real instance began. */
    record Beginning(long instance, String businessKey, String message, String key, JsonNode variables) {}

    private static Head head(ResultSet row) throws SQLException {
        return new Head(
                row.getLong("key"),
                row.getString("business_key"),
                instant(row, "started_at"),
                Optional.ofNullable(row.getObject("ended_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant)
                        .orElse(null));
    }

    PastInstance instance(Head head) {
        Optional<Start> start = start(head.key());
        List<Happening> happenings = new ArrayList<>(messages(head.key()));
        happenings.addAll(timers(head.key()));
        happenings.addAll(tasks(head.key()));
        happenings.sort(Comparator.comparing(Happening::at));
        JsonNode variables = start.map(Start::variables).orElseGet(() -> firstVariables(head.key()));
        return new PastInstance(
                head.key(),
                head.businessKey(),
                head.startedAt(),
                head.endedAt(),
                start.map(Start::message).orElse(null),
                start.map(Start::key).orElse(""),
                variables,
                jobs(head.key()),
                happenings,
                path(head.key()),
                money(head.key()),
                repairs(head.key(), variables.has(RestartPlan.MARK)));
    }

    private record Start(String message, String key, JsonNode variables) {}

    private Optional<Start> start(long instance) {
        return jdbc.sql("""
                        SELECT c.name, c.correlation_key, m.variables FROM history.message_correlation c
                        LEFT JOIN history.message m ON m.key = c.message_key
                        WHERE c.process_instance_key = :key AND c.kind = 'START' LIMIT 1""")
                .param("key", instance)
                .query((row, n) -> new Start(
                        row.getString("name"), row.getString("correlation_key"), json(row.getString("variables"))))
                .optional();
    }

    /** What an instance was started with by hand: the first value of each variable of its root. */
    private JsonNode firstVariables(long instance) {
        var variables = JSON.createObjectNode();
        jdbc.sql("""
                        SELECT DISTINCT ON (name) name, value FROM history.variable_change
                        WHERE scope_key = :key ORDER BY name, position""")
                .param("key", instance)
                .query((row, n) -> variables.set(row.getString("name"), json(row.getString("value"))))
                .list();
        return variables;
    }

    private List<Happening> messages(long instance) {
        return jdbc.sql("""
                        SELECT c.element_id, c.name, c.correlation_key, c.correlated_at, m.variables FROM history.message_correlation c
                        LEFT JOIN history.message m ON m.key = c.message_key
                        WHERE c.process_instance_key = :key AND c.kind = 'CATCH' ORDER BY c.correlated_at""")
                .param("key", instance)
                .query((row, n) -> (Happening) new Happening.MessageHeard(
                        instant(row, "correlated_at"),
                        row.getString("element_id"),
                        row.getString("name"),
                        row.getString("correlation_key"),
                        json(row.getString("variables"))))
                .list();
    }

    private List<Happening> timers(long instance) {
        return jdbc.sql("""
                        SELECT element_id, due_at, ended_at FROM history.timer
                        WHERE process_instance_key = :key AND state = 'TRIGGERED' AND ended_at IS NOT NULL ORDER BY ended_at""")
                .param("key", instance)
                .query((row, n) -> (Happening) new Happening.TimerDue(
                        instant(row, "ended_at"), row.getString("element_id"), instant(row, "due_at")))
                .list();
    }

    private List<Happening> tasks(long instance) {
        return jdbc.sql("""
                        SELECT element_id, ended_at, variables FROM history.job
                        WHERE process_instance_key = :key AND type = :type AND state = 'COMPLETED' ORDER BY ended_at""")
                .param("key", instance)
                .param("type", Story.USER_TASK)
                .query((row, n) -> (Happening) new Happening.TaskDone(
                        instant(row, "ended_at"), row.getString("element_id"), json(row.getString("variables"))))
                .list();
    }

    private List<PastJob> jobs(long instance) {
        return jdbc.sql("""
                        SELECT element_id, type, state, error_code, variables, created_at, ended_at FROM history.job
                        WHERE process_instance_key = :key AND type <> :type ORDER BY key""")
                .param("key", instance)
                .param("type", Story.USER_TASK)
                .query((row, n) -> {
                    Reply reply = reply(row);
                    return new PastJob(
                            row.getString("element_id"),
                            row.getString("type"),
                            reply,
                            instant(row, "created_at"),
                            reply == null || row.getObject("ended_at") == null ? null : instant(row, "ended_at"));
                })
                .list();
    }

    private static @Nullable Reply reply(ResultSet row) throws SQLException {
        JsonNode variables = json(row.getString("variables"));
        return switch (row.getString("state")) {
            case "COMPLETED" -> new Reply.Done(variables);
            case "ERROR_THROWN" ->
                new Reply.Throws(Objects.requireNonNullElse(row.getString("error_code"), ""), variables);
            default -> null;
        };
    }

    private List<String> path(long instance) {
        return jdbc.sql("""
                        SELECT element_id FROM history.element_instance
                        WHERE process_instance_key = :key AND element_type <> 'PROCESS' ORDER BY started_at, key""").param("key", instance).query(String.class).list();
    }

    /** What no message, task or answer of history stands for. */
    private List<String> repairs(long instance, boolean restarted) {
        return jdbc.sql("""
                        SELECT 'instance.restarted' AS act WHERE :restarted
                        UNION SELECT 'instance.modified' FROM history.modification WHERE process_instance_key = :key
                        UNION SELECT 'instance.migrated' FROM history.migration WHERE process_instance_key = :key
                        UNION SELECT action FROM studio.audit WHERE subject = :subject AND action = 'variables.set'
                        ORDER BY act""")
                .param("restarted", restarted)
                .param("key", instance)
                .param("subject", "instance/" + instance)
                .query(String.class)
                .list();
    }

    private long money(long instance) {
        return jdbc.sql("""
                        SELECT coalesce(sum(CASE j.type WHEN :capture THEN 1 ELSE -1 END * (v.value #>> '{}')::numeric), 0)::bigint
                        FROM history.job j
                        JOIN history.variable v ON v.scope_key = j.element_instance_key AND v.name = 'amount'
                        WHERE j.process_instance_key = :key AND j.state = 'COMPLETED' AND j.type IN (:capture, :refund)
                          AND jsonb_typeof(v.value) = 'number'""")
                .param("key", instance)
                .param("capture", Money.CAPTURE)
                .param("refund", Money.REFUND)
                .query(Long.class)
                .single();
    }

    private static JsonNode json(@Nullable String text) {
        JsonNode node = text == null ? JSON.createObjectNode() : JSON.readTree(text);
        return node;
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
