package io.tillflow.engine.history;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Where the instances of a process version go, stay and fail. What stands and fails now is counted over all of them; how often and
 * how long over the newest ones that ended, as many as can be read while somebody waits.
 */
public final class HeatMaps {

    /** Over so many ended instances frequencies and durations are measured at most. */
    public static final int SAMPLE = 500;

    private static final Duration FRESH = Duration.ofSeconds(30);
    private static final int MOST_KEPT = 200;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Map<Long, HeatMap> recent = new ConcurrentHashMap<>();

    public HeatMaps(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * An element.
     *
     * @param passages how often it was passed in the sampled instances
     * @param median of the passages' durations in milliseconds
     * @param active how many tokens stand there now, in all instances
     * @param incidents how many open ones there are, in all instances
     */
    public record ElementHeat(
            String elementId, long passages, long cancelled, long median, long p95, long active, long incidents) {}

    /** A sequence flow and in how many passages it was taken. */
    public record FlowHeat(String flowId, long times) {}

    /** All of it for a version. */
    public record HeatMap(
            long definitionKey, long sampled, List<ElementHeat> elements, List<FlowHeat> flows, Instant measuredAt) {}

    public HeatMap of(long definitionKey) {
        Instant now = clock.instant();
        HeatMap known = recent.get(definitionKey);
        if (known != null && now.isBefore(known.measuredAt().plus(FRESH))) {
            return known;
        }
        HeatMap measured = measure(definitionKey, now);
        if (recent.size() >= MOST_KEPT) {
            recent.clear();
        }
        recent.put(definitionKey, measured);
        return measured;
    }

    private HeatMap measure(long definitionKey, Instant now) {
        return new HeatMap(definitionKey, sampled(definitionKey), elements(definitionKey), flows(definitionKey), now);
    }

    private List<ElementHeat> elements(long definitionKey) {
        return jdbc.sql("""
                        with sample as materialized (
                               select key from history.process_instance
                                where process_definition_key = :definition and ended_at is not null
                                order by started_at desc, key desc limit :sample),
                             passed as (
                               select e.element_id, count(*) as passages, count(*) filter (where e.state = 'TERMINATED') as cancelled,
                                      percentile_cont(array[0.5, 0.95]) within group (
                                        order by extract(epoch from e.ended_at - e.started_at)::float8 * 1000) as durations
                                 from sample join history.element_instance e on e.process_instance_key = sample.key
                                where e.ended_at is not null and e.element_type <> 'PROCESS' group by 1),
                             now_at as (
                               select element_id, count(*) as active from history.element_instance
                                where process_definition_key = :definition and state = 'ACTIVE' and element_type <> 'PROCESS' group by 1),
                             failing as (
                               select element_id, count(*) as incidents from history.incident
                                where process_definition_key = :definition and state = 'OPEN' group by 1)
                        select element_id, passages, cancelled, durations[1] as median, durations[2] as p95, active, incidents
                          from passed full join now_at using (element_id) full join failing using (element_id)
                         order by 1""")
                .param("definition", definitionKey)
                .param("sample", SAMPLE)
                .query((row, n) -> element(row))
                .list();
    }

    private List<FlowHeat> flows(long definitionKey) {
        return jdbc.sql("""
                        with sample as materialized (
                               select key from history.process_instance
                                where process_definition_key = :definition and ended_at is not null
                                order by started_at desc, key desc limit :sample)
                        select f.element_id, count(*) as times from sample
                          join history.sequence_flow f on f.process_instance_key = sample.key group by 1 order by 1""")
                .param("definition", definitionKey)
                .param("sample", SAMPLE)
                .query((row, n) -> new FlowHeat(row.getString("element_id"), row.getLong("times")))
                .list();
    }

    private long sampled(long definitionKey) {
        return jdbc.sql("""
                        select count(*) from (select 1 from history.process_instance
                          where process_definition_key = :definition and ended_at is not null limit :sample) s""")
                .param("definition", definitionKey)
                .param("sample", SAMPLE)
                .query(Long.class)
                .single();
    }

    private static ElementHeat element(ResultSet row) throws SQLException {
        return new ElementHeat(
                row.getString("element_id"),
                row.getLong("passages"),
                row.getLong("cancelled"),
                Math.round(row.getDouble("median")),
                Math.round(row.getDouble("p95")),
                row.getLong("active"),
                row.getLong("incidents"));
    }
}
