package io.tillflow.engine.history;

import io.tillflow.engine.history.Stall.Limit;
import io.tillflow.engine.history.Usual.Step;
import io.tillflow.engine.history.Usual.Typical;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Finds silent stalls: tokens without an incident that stand at a step far longer than it takes. Far is twice the 99th percentile of
 * the step's own recent passages, at least a minute beyond it; with fewer than 30 passages a general limit counts by kind of step.
 */
public final class Stalls {

    /** With fewer passages than this a step's own history says too little. */
    public static final int FLOOR = 30;

    /** General limits: what machines do, what the world outside does, what people do. */
    public static final Duration MACHINE = Duration.ofMinutes(15);

    public static final Duration WORLD = Duration.ofDays(7);
    public static final Duration PERSON = Duration.ofDays(2);

    private static final int SHOWN = 5;

    private final JdbcClient jdbc;
    private final Durations durations;
    private final StallCauses causes;

    public Stalls(JdbcClient jdbc, Durations durations) {
        this.jdbc = jdbc;
        this.durations = durations;
        this.causes = new StallCauses(jdbc);
    }

    /** All of them, those with most instances first. */
    public List<Stall> all(Instant now) {
        return find(now, OptionalLong.empty());
    }

    /** Those of one instance. */
    public List<Stall> of(long instanceKey, Instant now) {
        return find(now, OptionalLong.of(instanceKey));
    }

    /** From when on a wait at a step is too long. */
    public Limit limit(Step step, String elementType) {
        Typical usual = durations.usual().steps().get(step);
        if (usual == null || usual.samples() < FLOOR) {
            Optional<Duration> median = Optional.ofNullable(usual).map(Typical::median);
            return new Limit(general(elementType), median, 0);
        }
        return new Limit(limit(usual), Optional.of(usual.median()), usual.samples());
    }

    private static Duration limit(Typical usual) {
        Duration twice = usual.p99().multipliedBy(2);
        Duration later = usual.p99().plusMinutes(1);
        return twice.compareTo(later) > 0 ? twice : later;
    }

    private static Duration general(String elementType) {
        return switch (elementType) {
            case "USER_TASK", "MANUAL_TASK" -> PERSON;
            case "RECEIVE_TASK", "INTERMEDIATE_CATCH_EVENT", "EVENT_BASED_GATEWAY", "BOUNDARY_EVENT" -> WORLD;
            default -> MACHINE;
        };
    }

    private List<Stall> find(Instant now, OptionalLong instanceKey) {
        List<Map.Entry<Step, Typical>> known = durations.usual().steps().entrySet().stream()
                .filter(it -> it.getValue().samples() >= FLOOR)
                .toList();
        // two texts, so that each has its own plan
        String which = instanceKey.isPresent() ? "e.process_instance_key = :instance" : ":instance = 0";
        return jdbc.sql(late(which))
                .param("processes", texts(known, Step::processId))
                .param("elements", texts(known, Step::elementId))
                .param("seconds", seconds(known))
                .param("instance", instanceKey.orElse(0))
                .param("now", Columns.parameter(now))
                .param("person", (double) PERSON.toSeconds())
                .param("world", (double) WORLD.toSeconds())
                .param("machine", (double) MACHINE.toSeconds())
                .query((row, n) -> stall(row, now))
                .list();
    }

    private static String late(String which) {
        return """
                        with step as (select * from unnest(:processes::text[], :elements::text[], :seconds::float8[])
                                        as s(process, element, seconds)),
                             late as (select p.bpmn_process_id, e.element_id, e.element_type, e.started_at, e.key, e.process_instance_key,
                                             e.process_definition_key
                                        from history.element_instance e
                                        join history.process_instance p on p.key = e.process_instance_key and p.state = 'ACTIVE'
                                        left join step s on s.process = p.bpmn_process_id and s.element = e.element_id
                                       where e.state = 'ACTIVE' and %s
                                         and e.element_type not in ('PROCESS', 'SUB_PROCESS', 'EVENT_SUB_PROCESS', 'AD_HOC_SUB_PROCESS',
                                                                    'MULTI_INSTANCE_BODY', 'CALL_ACTIVITY')
                                         and e.started_at < :now::timestamptz - make_interval(secs => coalesce(s.seconds,
                                               case when e.element_type in ('USER_TASK', 'MANUAL_TASK') then :person
                                                    when e.element_type in ('RECEIVE_TASK', 'INTERMEDIATE_CATCH_EVENT', 'EVENT_BASED_GATEWAY',
                                                                            'BOUNDARY_EVENT') then :world
                                                    else :machine end))
                                         and not exists (select 1 from history.incident i
                                                          where i.process_instance_key = e.process_instance_key
                                                            and i.element_instance_key = e.key and i.state = 'OPEN'))
                        select bpmn_process_id, element_id, element_type, count(*) as waiting, min(started_at) as since,
                               max(process_definition_key) as definition,
                               (array_agg(process_instance_key order by started_at, key))[1 : %d] as instances,
                               (array_agg(key order by started_at, key))[1] as first
                          from late group by 1, 2, 3 order by waiting desc, since
                        """.formatted(which, SHOWN);
    }

    private Stall stall(ResultSet row, Instant now) throws SQLException {
        Step step = new Step(row.getString("bpmn_process_id"), row.getString("element_id"));
        String type = row.getString("element_type");
        List<Long> instances = keys(row.getArray("instances"));
        return new Stall(
                step.processId(),
                row.getLong("definition"),
                step.elementId(),
                type,
                row.getLong("waiting"),
                Columns.instant(row, "since"),
                limit(step, type),
                instances,
                causes.of(instances.getFirst(), row.getLong("first"), now));
    }

    private static List<Long> keys(Array array) throws SQLException {
        return Arrays.asList((Long[]) array.getArray());
    }

    private static String[] texts(
            List<Map.Entry<Step, Typical>> known, java.util.function.Function<Step, String> part) {
        return known.stream().map(Map.Entry::getKey).map(part).toArray(String[]::new);
    }

    private static Double[] seconds(List<Map.Entry<Step, Typical>> known) {
        List<Double> seconds = new ArrayList<>();
        known.forEach(it -> seconds.add(limit(it.getValue()).toMillis() / 1000.0));
        return seconds.toArray(Double[]::new);
    }
}
