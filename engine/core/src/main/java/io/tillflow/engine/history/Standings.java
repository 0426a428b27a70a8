package io.tillflow.engine.history;

import io.tillflow.engine.history.Overview.Figures;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How each process does, and each of its versions by itself. */
public final class Standings {

    /** Into so many slices a period is cut for the curves. */
    public static final int SLICES = 24;

    private static final String BY = "group by grouping sets ((bpmn_process_id, version), (bpmn_process_id))";
    private static final String WHICH = "bpmn_process_id, coalesce(version, 0) as version";

    private final JdbcClient jdbc;

    public Standings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A version, or a process with all of its versions.
     *
     * @param version empty for all of them together
     * @param definitionKey of the version, or of the newest one
     * @param running those at which a worker or the engine acts; neither they nor the waiting ones have an incident
     * @param throughput how many completed in each slice of the period
     */
    public record Standing(
            String processId,
            OptionalInt version,
            long definitionKey,
            long running,
            long waiting,
            long withIncidents,
            Figures period,
            List<Long> throughput) {

        /** Whether anything is open in it or happened in the period. */
        public boolean stirs() {
            return running + waiting + withIncidents + period.started() + period.completed() + period.cancelled() > 0;
        }
    }

    /** Processes by id, each followed by its versions, newest first. */
    public List<Standing> of(Instant from, Instant to) {
        return jdbc.sql("""
                        with defined as (select %2$s, max(key) as key from history.process_definition %1$s),
                             standing as (
                               select %2$s, count(*) as open, count(*) filter (where open_incidents > 0) as failing,
                                      count(*) filter (where open_incidents = 0 and key in (select w.process_instance_key %3$s)) as running
                                 from history.process_instance where state = 'ACTIVE' %1$s),
                             begun as (
                               select %2$s, count(*) as started from history.process_instance
                                where started_at >= :from and started_at < :to %1$s),
                             ended as (
                               select %2$s, count(*) filter (where state = 'COMPLETED') as completed,
                                      count(*) filter (where state = 'CANCELLED') as cancelled, %4$s
                                 from history.process_instance where ended_at >= :from and ended_at < :to %1$s),
                             sliced as (
                               select bpmn_process_id, version, floor(extract(epoch from ended_at - :from) / :width)::int as slice, count(*) as n
                                 from history.process_instance where ended_at >= :from and ended_at < :to and state = 'COMPLETED' group by 1, 2, 3),
                             curve as (
                               select bpmn_process_id, version, array_agg(slice) as slices, array_agg(n) as counts
                                 from (select bpmn_process_id, version, slice, n from sliced
                                       union all select bpmn_process_id, 0, slice, sum(n)::bigint from sliced group by 1, 3) drawn
                                group by 1, 2)
                        select d.bpmn_process_id, d.version, d.key, coalesce(s.running, 0) as running, coalesce(s.failing, 0) as failing,
                               coalesce(s.open - s.running - s.failing, 0) as waiting, b.started, e.completed, e.cancelled, e.median, e.p95,
                               c.slices, c.counts
                          from defined d
                          left join standing s using (bpmn_process_id, version)
                          left join begun b using (bpmn_process_id, version)
                          left join ended e using (bpmn_process_id, version)
                          left join curve c using (bpmn_process_id, version)
                         order by d.bpmn_process_id, d.version <> 0, d.version desc
                        """.formatted(BY, WHICH, InstanceQuery.WORKING, Overview.QUANTILES))
                .param("from", Columns.parameter(from))
                .param("to", Columns.parameter(to))
                .param("width", Duration.between(from, to).toMillis() / 1000.0 / SLICES)
                .query((row, n) -> standing(row))
                .list();
    }

    private static Standing standing(ResultSet row) throws SQLException {
        int version = row.getInt("version");
        return new Standing(
                row.getString("bpmn_process_id"),
                version == 0 ? OptionalInt.empty() : OptionalInt.of(version),
                row.getLong("key"),
                row.getLong("running"),
                row.getLong("waiting"),
                row.getLong("failing"),
                Overview.figures(row, ""),
                throughput(row));
    }

    private static List<Long> throughput(ResultSet row) throws SQLException {
        List<Long> slices = new ArrayList<>(Collections.nCopies(SLICES, 0L));
        Array drawn = row.getArray("slices");
        if (drawn != null) {
            Integer[] places = (Integer[]) drawn.getArray();
            Long[] counts = (Long[]) row.getArray("counts").getArray();
            for (int i = 0; i < places.length; i++) {
                slices.set(Math.clamp(places[i], 0, SLICES - 1), counts[i]);
            }
        }
        return List.copyOf(slices);
    }
}
