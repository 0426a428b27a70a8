package io.tillflow.engine.history;

import io.tillflow.engine.history.OpenTask.Kind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/**
 * The tasks of people that are open, whether the engine keeps them as jobs or as user tasks of its own. A job's assignee, groups, form
 * and dates are in headers that the broker adds to it.
 *
 * @see "docs/adr on job-based user tasks"
 */
public final class OpenTasks {

    public static final String JOB_TYPE = "io.camunda.zeebe:userTask";

    /** A query of all of them, for queries around it; {@link #read} reads its rows. */
    public static final String ALL = """
            select j.key, 'JOB' as kind, j.element_instance_key, j.process_instance_key, j.process_definition_key, j.bpmn_process_id, p.version,
                   coalesce(p.business_key, '') as business_key, j.element_id,
                   coalesce(j.custom_headers ->> 'io.camunda.zeebe:assignee', '') as assignee,
                   case when j.custom_headers ->> 'io.camunda.zeebe:candidateGroups' like '[%]'
                        then (j.custom_headers ->> 'io.camunda.zeebe:candidateGroups')::jsonb else '[]'::jsonb end as candidate_groups,
                   j.custom_headers ->> 'io.camunda.zeebe:formKey' as form_key, j.custom_headers ->> 'io.camunda.zeebe:dueDate' as due_date,
                   j.created_at
              from history.job j join history.process_instance p on p.key = j.process_instance_key and p.state = 'ACTIVE'
             where j.type = 'io.camunda.zeebe:userTask' and j.ended_at is null
            union all
            select u.key, 'USER_TASK', u.element_instance_key, u.process_instance_key, u.process_definition_key, u.bpmn_process_id, p.version,
                   coalesce(p.business_key, ''), u.element_id, coalesce(u.assignee, ''), u.candidate_groups, u.form_key::text, u.due_date,
                   u.created_at
              from history.user_task u join history.process_instance p on p.key = u.process_instance_key and p.state = 'ACTIVE'
             where u.state = 'CREATED'""";

    private final JdbcClient jdbc;

    public OpenTasks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Open tasks, the oldest first. */
    public Page<OpenTask> page(Optional<String> cursor, int limit) {
        Cursor after = cursor.map(Cursor::parse).orElse(new Cursor(0, 0, 0));
        List<OpenTask> found = jdbc.sql("select * from (" + ALL + ") t where key > :after order by key limit :limit")
                .param("after", after.key())
                .param("limit", limit + 1)
                .query((row, n) -> read(row))
                .list();
        if (found.size() <= limit) {
            return new Page<>(found, Optional.empty());
        }
        List<OpenTask> shown = found.subList(0, limit);
        return new Page<>(shown, Optional.of(new Cursor(0, shown.getLast().key(), 0).text()));
    }

    /** An open task; empty when it never was, or when it is done. */
    public Optional<OpenTask> find(long key) {
        return jdbc.sql("select * from (" + ALL + ") t where key = :key")
                .param("key", key)
                .query((row, n) -> read(row))
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

    /** A row of {@link #ALL}. */
    public static OpenTask read(ResultSet row) throws SQLException {
        return new OpenTask(
                row.getLong("key"),
                Kind.valueOf(row.getString("kind")),
                row.getLong("element_instance_key"),
                row.getLong("process_instance_key"),
                row.getLong("process_definition_key"),
                row.getString("bpmn_process_id"),
                row.getInt("version"),
                Columns.text(row, "business_key"),
                row.getString("element_id"),
                row.getString("assignee"),
                groups(row),
                number(Columns.text(row, "form_key")),
                instant(Columns.text(row, "due_date")),
                Columns.instant(row, "created_at"));
    }

    /** The groups of a row of {@link #ALL}. */
    public static List<String> groups(ResultSet row) throws SQLException {
        return Columns.json(row, "candidate_groups")
                .valueStream()
                .map(it -> it.asString(""))
                .toList();
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
