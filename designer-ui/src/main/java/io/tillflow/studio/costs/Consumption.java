package io.tillflow.studio.costs;

import io.tillflow.engine.history.HeatMaps;
import io.tillflow.studio.costs.CostRate.Kind;
import io.tillflow.studio.costs.Usage.Step;
import io.tillflow.studio.costs.Usage.Use;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the newest ended instances used, as many of them as a heat map looks at. */
@Repository
class Consumption {

    private static final Duration FRESH = Duration.ofSeconds(30);
    private static final int MOST_KEPT = 200;
    private static final String SAMPLE = """
            select key from history.process_instance
             where process_definition_key = :definition and ended_at is not null
             order by started_at desc, key desc limit :sample""";

    /**
     * Time with somebody is from when a task was taken or handed over until it was given back, handed on or ended. Each instance is
     * looked up by itself: of those that others called the planner expects so many that it would read every job there is. A called
     * one that is in the sample itself counts for itself alone.
     */
    private static final String USED = """
            with recursive sample as materialized (%s),
              family (root, instance, through) as (
                select key, key, null::text from sample
                union all
                select f.root, p.key, coalesce(f.through, e.element_id)
                  from family f cross join lateral (
                    select c.key, c.parent_element_instance_key from history.process_instance c
                     where c.parent_process_instance_key = f.instance
                       and c.key not in (select key from sample) offset 0) p
                  join history.element_instance e on e.key = p.parent_element_instance_key),
              used as (
                select f.root, coalesce(f.through, j.element_id) as element_id, j.key, j.ended_at,
                       j.type <> :task as call, j.state in ('COMPLETED', 'ERROR_THROWN') as done,
                       case when j.type <> :task then j.type
                            else coalesce(j.custom_headers ->> 'io.camunda.zeebe:candidateGroups', '') end as type
                  from family f cross join lateral (
                    select * from history.job i where i.process_instance_key = f.instance offset 0) j
                union all
                select f.root, coalesce(f.through, t.element_id), t.key, t.ended_at, false, t.state = 'COMPLETED',
                       t.candidate_groups::text
                  from family f cross join lateral (
                    select * from history.user_task i where i.process_instance_key = f.instance offset 0) t),
              held as (
                select u.key, sum(extract(epoch from least(turn.until, u.ended_at) - turn.at)) / 3600 as hours
                  from used u cross join lateral (
                    select a.action, a.at, coalesce(lead(a.at) over (order by a.id), u.ended_at) as until
                      from studio.audit a
                     where a.subject = 'task/' || u.key
                       and a.action in ('task.claimed', 'task.assigned', 'task.given-back')) turn
                 where not u.call and turn.action <> 'task.given-back' and turn.at <= u.ended_at group by 1)
            select element_id, call, type, count(distinct root) as instances,
                   count(*) filter (where done or hours is not null) as units, count(hours) as timed,
                   coalesce(sum(hours), 0) as hours
              from used left join held using (key)
             group by grouping sets ((element_id), (element_id, call, type)) order by 1, 2, 3""".formatted(SAMPLE);

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;
    private final Map<Long, Measured> recent = new ConcurrentHashMap<>();

    Consumption(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    private record Measured(Usage usage, Instant at) {}

    private record Row(String elementId, @Nullable Use use, long instances) {}

    Usage of(long definitionKey) {
        Instant now = clock.instant();
        Measured known = recent.get(definitionKey);
        if (known != null && now.isBefore(known.at().plus(FRESH))) {
            return known.usage();
        }
        Usage usage = new Usage(definitionKey, sampled(definitionKey), steps(rows(definitionKey)));
        if (recent.size() >= MOST_KEPT) {
            recent.clear();
        }
        recent.put(definitionKey, new Measured(usage, now));
        return usage;
    }

    private long sampled(long definitionKey) {
        return jdbc.sql("select count(*) from (" + SAMPLE + ") s")
                .param("definition", definitionKey)
                .param("sample", HeatMaps.SAMPLE)
                .query(Long.class)
                .single();
    }

    private List<Row> rows(long definitionKey) {
        return jdbc.sql(USED)
                .param("definition", definitionKey)
                .param("sample", HeatMaps.SAMPLE)
                .param("task", CostRate.USER_TASK)
                .query((row, n) -> row(row))
                .list();
    }

    private Row row(ResultSet row) throws SQLException {
        String type = row.getString("type");
        return new Row(row.getString("element_id"), type == null ? null : use(row, type), row.getLong("instances"));
    }

    private Use use(ResultSet row, String type) throws SQLException {
        boolean call = row.getBoolean("call");
        return new Use(
                call ? Kind.CALL : Kind.WORK,
                call ? List.of(type) : groups(type),
                row.getLong("units"),
                row.getLong("timed"),
                Objects.requireNonNullElse(row.getBigDecimal("hours"), BigDecimal.ZERO));
    }

    /** The groups of a task as the engine keeps them, a list in JSON. */
    private List<String> groups(String text) {
        try {
            return json.readTree(text)
                    .valueStream()
                    .map(JsonNode::asString)
                    .filter(it -> !it.isBlank())
                    .map(String::strip)
                    .toList();
        } catch (JacksonException unreadable) {
            return List.of();
        }
    }

    private static List<Step> steps(List<Row> rows) {
        Map<String, Long> instances = new LinkedHashMap<>();
        Map<String, List<Use>> uses = new LinkedHashMap<>();
        for (Row row : rows) {
            Use use = row.use();
            if (use == null) {
                instances.put(row.elementId(), row.instances());
            } else {
                uses.computeIfAbsent(row.elementId(), id -> new ArrayList<>()).add(use);
            }
        }
        return uses.entrySet().stream()
                .map(it -> new Step(it.getKey(), instances.getOrDefault(it.getKey(), 0L), it.getValue()))
                .toList();
    }
}
