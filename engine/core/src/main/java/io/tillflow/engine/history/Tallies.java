package io.tillflow.engine.history;

import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Counts per process what rules for alerts are about. */
public final class Tallies {

    private final JdbcClient jdbc;

    public Tallies(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One process.
     *
     * @param since when the oldest of what is counted began
     */
    public record Tally(String processId, long count, Instant since) {}

    /** Incidents that opened from the instant on, whether or not they are still open. */
    public List<Tally> incidents(Instant from, String processId, long least) {
        return tallies("""
                        select bpmn_process_id, count(*) as n, min(created_at) as since from history.incident
                         where created_at >= :at and (:process = '' or bpmn_process_id = :process)
                         group by 1 having count(*) >= :least order by 1""", from, processId, least);
    }

    /** Instances that were begun before the instant and have not ended. */
    public List<Tally> begunBefore(Instant before, String processId, long least) {
        return tallies("""
                        select bpmn_process_id, count(*) as n, min(started_at) as since from history.process_instance
                         where state = 'ACTIVE' and started_at < :at and (:process = '' or bpmn_process_id = :process)
                         group by 1 having count(*) >= :least order by 1""", before, processId, least);
    }

    private List<Tally> tallies(String sql, Instant at, String processId, long least) {
        return jdbc.sql(sql)
                .param("at", Columns.parameter(at))
                .param("process", processId)
                .param("least", least)
                .query((row, n) ->
                        new Tally(row.getString("bpmn_process_id"), row.getLong("n"), Columns.instant(row, "since")))
                .list();
    }
}
