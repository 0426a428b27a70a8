package io.tillflow.engine.history;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How the shop's processes are doing, from one look at history. */
public final class Overview {

    private final JdbcClient jdbc;

    public Overview(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Figures over a period.
     *
     * @param median of the instances that completed in the period; empty when none did
     */
    public record Figures(
            long started, long completed, long cancelled, Optional<Duration> median, Optional<Duration> p95) {}

    /** What is open now. */
    public record Open(long instances, long waiting, long withIncidents, long incidents, long tasks) {}

    /** One process: what is open, and how it went in the period against the one before. */
    public record ProcessHealth(
            String processId,
            int version,
            long definitionKey,
            long open,
            long withIncidents,
            Optional<String> worstElement,
            long worstCount,
            Figures period,
            Figures before) {}

    /** How many instances started and completed, and how many incidents opened, in a slice of time. */
    public record Slice(Instant from, long started, long completed, long incidents) {}

    /** An incident or a completion as the activity list shows it. */
    public record Activity(
            Instant at,
            String kind,
            long instanceKey,
            String processId,
            long definitionKey,
            String businessKey,
            String elementId,
            String detail) {}

    public Open open() {
        return jdbc.sql("""
                        select (select count(*) from history.process_instance where state = 'ACTIVE') as instances,
                               (select count(*) from history.process_instance where state = 'ACTIVE' and open_incidents > 0) as failing,
                               (select count(*) from history.incident where state = 'OPEN') as incidents,
                               (select count(*) from history.job where ended_at is null and type = 'io.camunda.zeebe:userTask')
                                 + (select count(*) from history.user_task where state = 'CREATED') as tasks,
                               (select count(distinct process_instance_key) from history.element_instance
                                 where state = 'ACTIVE' and element_type in
                                       ('SERVICE_TASK', 'SEND_TASK', 'SCRIPT_TASK', 'BUSINESS_RULE_TASK', 'CALL_ACTIVITY')) as busy
                        """)
                .query((row, n) -> {
                    long instances = row.getLong("instances");
                    long failing = row.getLong("failing");
                    long busy = Math.max(row.getLong("busy"), failing);
                    return new Open(
                            instances,
                            Math.max(0, instances - busy),
                            failing,
                            row.getLong("incidents"),
                            row.getLong("tasks"));
                })
                .single();
    }

    public Figures figures(Instant from, Instant to) {
        return jdbc.sql("""
                        select (select count(*) from history.process_instance where started_at >= :from and started_at < :to) as started,
                               count(*) filter (where state = 'COMPLETED') as completed,
                               count(*) filter (where state = 'CANCELLED') as cancelled,
                               %s
                          from history.process_instance where ended_at >= :from and ended_at < :to
                        """.formatted(QUANTILES))
                .param("from", Columns.parameter(from))
                .param("to", Columns.parameter(to))
                .query((row, n) -> figures(row, ""))
                .single();
    }

    static final String QUANTILES = """
            percentile_cont(0.5) within group (order by extract(epoch from ended_at - started_at)) filter (where state = 'COMPLETED') as median,
            percentile_cont(0.95) within group (order by extract(epoch from ended_at - started_at)) filter (where state = 'COMPLETED') as p95""";

    /** The newest version of each process with what happened in the period and in the one of equal length before it. */
    public List<ProcessHealth> processes(Instant from, Instant to) {
        Instant before = from.minus(Duration.between(from, to));
        return jdbc.sql("""
                        with latest as (select distinct on (bpmn_process_id) bpmn_process_id, version, key
                                          from history.process_definition order by bpmn_process_id, version desc),
                             now_open as (select bpmn_process_id, count(*) as n, count(*) filter (where open_incidents > 0) as failing
                                            from history.process_instance where state = 'ACTIVE' group by 1),
                             worst as (select distinct on (bpmn_process_id) bpmn_process_id, element_id, count(*) as n
                                         from history.incident where state = 'OPEN'
                                        group by bpmn_process_id, element_id order by bpmn_process_id, count(*) desc, element_id),
                             begun as (select bpmn_process_id, started_at >= :from as recent, count(*) as n
                                         from history.process_instance where started_at >= :before and started_at < :to group by 1, 2),
                             ended as (select bpmn_process_id, ended_at >= :from as recent,
                                              count(*) filter (where state = 'COMPLETED') as completed,
                                              count(*) filter (where state = 'CANCELLED') as cancelled, %s
                                         from history.process_instance where ended_at >= :before and ended_at < :to group by 1, 2)
                        select l.bpmn_process_id, l.version, l.key, coalesce(o.n, 0) as open, coalesce(o.failing, 0) as failing,
                               w.element_id as worst_element, coalesce(w.n, 0) as worst_count,
                               bn.n as started, en.completed, en.cancelled, en.median, en.p95,
                               bb.n as before_started, eb.completed as before_completed, eb.cancelled as before_cancelled,
                               eb.median as before_median, eb.p95 as before_p95
                          from latest l
                          left join now_open o using (bpmn_process_id)
                          left join worst w using (bpmn_process_id)
                          left join begun bn on bn.bpmn_process_id = l.bpmn_process_id and bn.recent
                          left join begun bb on bb.bpmn_process_id = l.bpmn_process_id and not bb.recent
                          left join ended en on en.bpmn_process_id = l.bpmn_process_id and en.recent
                          left join ended eb on eb.bpmn_process_id = l.bpmn_process_id and not eb.recent
                         order by failing desc, open desc, l.bpmn_process_id
                        """.formatted(QUANTILES))
                .param("from", Columns.parameter(from))
                .param("before", Columns.parameter(before))
                .param("to", Columns.parameter(to))
                .query((row, n) -> health(row))
                .list();
    }

    /**
     * How much history there is.
     *
     * @param instances about how many: PostgreSQL's own estimate, as counting a million takes longer than the number is worth
     */
    public record Extent(long instances, Optional<Instant> from, Optional<Instant> to) {}

    public Extent extent() {
        return jdbc.sql("""
                        select (select greatest(reltuples, 0)::bigint from pg_class where oid = 'history.process_instance'::regclass) as instances,
                               (select min(started_at) from history.process_instance) as first,
                               (select max(started_at) from history.process_instance) as last
                        """)
                .query((row, n) -> new Extent(
                        row.getLong("instances"),
                        Columns.optionalInstant(row, "first"),
                        Columns.optionalInstant(row, "last")))
                .single();
    }

    /** The period cut into slices, for the small curves; of all processes or of one. */
    public List<Slice> slices(Instant from, Duration width, int slices, Optional<String> processId) {
        return jdbc.sql("""
                        with slice as (select :from::timestamptz + n * make_interval(secs => :width) as a,
                                              :from::timestamptz + (n + 1) * make_interval(secs => :width) as b
                                         from generate_series(0, :slices - 1) n),
                             failed as materialized (select created_at from history.incident
                                         where created_at >= :from::timestamptz and (:process = '' or bpmn_process_id = :process))
                        select a,
                               (select count(*) from history.process_instance p
                                 where p.started_at >= a and p.started_at < b and (:process = '' or p.bpmn_process_id = :process)) as started,
                               (select count(*) from history.process_instance p
                                 where p.ended_at >= a and p.ended_at < b and p.state = 'COMPLETED'
                                   and (:process = '' or p.bpmn_process_id = :process)) as completed,
                               (select count(*) from failed where failed.created_at >= a and failed.created_at < b) as incidents
                          from slice order by a
                        """)
                .param("from", Columns.parameter(from))
                .param("width", width.toMillis() / 1000.0)
                .param("slices", slices)
                .param("process", processId.orElse(""))
                .query((row, n) -> new Slice(
                        Columns.instant(row, "a"),
                        row.getLong("started"),
                        row.getLong("completed"),
                        row.getLong("incidents")))
                .list();
    }

    /** What happened last: incidents opened and resolved, instances that ended. */
    public List<Activity> lately(int most) {
        return jdbc.sql("""
                        select * from (
                          (select i.created_at as at, 'INCIDENT' as kind, i.process_instance_key, i.bpmn_process_id, i.element_id, i.error_message as detail
                             from history.incident i where i.state = 'OPEN' order by i.created_at desc limit :most)
                          union all
                          (select p.ended_at, p.state, p.key, p.bpmn_process_id, '', ''
                             from history.process_instance p where p.ended_at is not null order by p.ended_at desc, p.key desc limit :most)
                          union all
                          (select p.started_at, 'STARTED', p.key, p.bpmn_process_id, '', ''
                             from history.process_instance p order by p.started_at desc, p.key desc limit :most)) happened
                          left join lateral (select business_key, process_definition_key from history.process_instance b
                                              where b.key = happened.process_instance_key) b on true
                         order by at desc limit :most
                        """)
                .param("most", most)
                .query((row, n) -> new Activity(
                        Columns.instant(row, "at"),
                        row.getString("kind"),
                        row.getLong("process_instance_key"),
                        row.getString("bpmn_process_id"),
                        row.getLong("process_definition_key"),
                        Columns.text(row, "business_key"),
                        row.getString("element_id"),
                        row.getString("detail")))
                .list();
    }

    private static ProcessHealth health(ResultSet row) throws SQLException {
        String worst = Columns.text(row, "worst_element");
        return new ProcessHealth(
                row.getString("bpmn_process_id"),
                row.getInt("version"),
                row.getLong("key"),
                row.getLong("open"),
                row.getLong("failing"),
                worst.isEmpty() ? Optional.empty() : Optional.of(worst),
                row.getLong("worst_count"),
                figures(row, ""),
                figures(row, "before_"));
    }

    static Figures figures(ResultSet row, String prefix) throws SQLException {
        return new Figures(
                row.getLong(prefix + "started"),
                row.getLong(prefix + "completed"),
                row.getLong(prefix + "cancelled"),
                seconds(row, prefix + "median"),
                seconds(row, prefix + "p95"));
    }

    private static Optional<Duration> seconds(ResultSet row, String column) throws SQLException {
        double value = row.getDouble(column);
        return row.wasNull() ? Optional.empty() : Optional.of(Duration.ofMillis(Math.round(value * 1000)));
    }
}
