package io.tillflow.engine.history;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The job-based user tasks that are open. Assignee, groups, form and dates are in headers the broker adds to the job.
 *
 * @see "docs/adr on job-based user tasks"
 */
public final class OpenTasks {

    public static final String JOB_TYPE = "io.camunda.zeebe:userTask";

    private static final String HEADER = "io.camunda.zeebe:";
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String COLUMNS = """
            j.key, j.element_instance_key, j.process_instance_key, j.process_definition_key, j.bpmn_process_id, p.version,
            p.business_key, j.element_id, j.custom_headers, j.created_at""";

    private final JdbcClient jdbc;

    public OpenTasks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Open tasks, the oldest first. */
    public Page<OpenTask> page(Optional<String> cursor, int limit) {
        Cursor after = cursor.map(Cursor::parse).orElse(new Cursor(0, 0, 0));
        List<OpenTask> found = jdbc.sql("select " + COLUMNS + """
                         from history.job j join history.process_instance p on p.key = j.process_instance_key
                        where j.type = :type and j.ended_at is null and p.state = 'ACTIVE' and j.key > :after
                        order by j.key limit :limit""")
                .param("type", JOB_TYPE)
                .param("after", after.key())
                .param("limit", limit + 1)
                .query((row, n) -> task(row))
                .list();
        if (found.size() <= limit) {
            return new Page<>(found, Optional.empty());
        }
        List<OpenTask> shown = found.subList(0, limit);
        return new Page<>(shown, Optional.of(new Cursor(0, shown.getLast().key(), 0).text()));
    }

    /** An open task; empty when it never was, or when it is done. */
    public Optional<OpenTask> find(long key) {
        return jdbc.sql("select " + COLUMNS + """
                         from history.job j join history.process_instance p on p.key = j.process_instance_key
                        where j.key = :key and j.type = :type and j.ended_at is null and p.state = 'ACTIVE'""")
                .param("key", key)
                .param("type", JOB_TYPE)
                .query((row, n) -> task(row))
                .optional();
    }

    /** The variables a task sees: those of its own scope before those of the scopes around it. */
    public Map<String, JsonNode> variables(OpenTask task) {
        Map<String, JsonNode> seen = new HashMap<>();
        jdbc.sql("""
                        with recursive around as (
                          select :scope::bigint as scope_key, 0 as distance
                          union all
                          select e.scope_key, distance + 1 from around join history.element_instance e on e.key = around.scope_key
                           where e.scope_key is not null and e.scope_key > 0 and distance < 50)
                        select v.name, v.value from history.variable v
                          join (select scope_key, distance from around union all select :instance, 1000) s on s.scope_key = v.scope_key
                         order by s.distance""")
                .param("scope", task.elementInstanceKey())
                .param("instance", task.instanceKey())
                .query(row -> {
                    seen.putIfAbsent(row.getString("name"), Columns.json(row, "value"));
                });
        return seen;
    }

    /** The variable {@code order} of the tasks' instances, by instance key. */
    public Map<Long, JsonNode> orders(List<OpenTask> tasks) {
        Map<Long, JsonNode> orders = new HashMap<>();
        if (tasks.isEmpty()) {
            return orders;
        }
        jdbc.sql("select scope_key, value from history.variable where scope_key in (:keys) and name = 'order'")
                .param(
                        "keys",
                        tasks.stream().map(OpenTask::instanceKey).distinct().toList())
                .query(row -> {
                    orders.put(row.getLong("scope_key"), Columns.json(row, "value"));
                });
        return orders;
    }

    private static OpenTask task(ResultSet row) throws SQLException {
        JsonNode headers = Columns.json(row, "custom_headers");
        return new OpenTask(
                row.getLong("key"),
                row.getLong("element_instance_key"),
                row.getLong("process_instance_key"),
                row.getLong("process_definition_key"),
                row.getString("bpmn_process_id"),
                row.getInt("version"),
                Columns.text(row, "business_key"),
                row.getString("element_id"),
                header(headers, "assignee"),
                names(header(headers, "candidateGroups")),
                number(header(headers, "formKey")),
                instant(header(headers, "dueDate")),
                Columns.instant(row, "created_at"));
    }

    private static String header(JsonNode headers, String name) {
        JsonNode value = headers.get(HEADER + name);
        return value == null ? "" : value.asString("");
    }

    private static List<String> names(String json) {
        if (json.isEmpty()) {
            return List.of();
        }
        try {
            List<String> names = new ArrayList<>();
            JSON.readTree(json).forEach(it -> names.add(it.asString("")));
            return List.copyOf(names);
        } catch (JacksonException e) {
            return List.of(json);
        }
    }

    private static OptionalLong number(String text) {
        try {
            return text.isEmpty() ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(text));
        } catch (NumberFormatException e) {
            return OptionalLong.empty();
        }
    }

    private static Optional<Instant> instant(String text) {
        try {
            return text.isEmpty()
                    ? Optional.empty()
                    : Optional.of(ZonedDateTime.parse(text).toInstant());
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
