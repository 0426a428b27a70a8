package io.tillflow.engine.history;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The process instances, filtered and paged; one statement finds a page, two more say where its rows stand. */
public final class Instances {

    static final String COLUMNS = """
            p.key, p.process_definition_key, p.bpmn_process_id, p.version, p.business_key, p.started_at, p.ended_at,
            p.open_incidents, p.parent_process_instance_key, %s as shown_state""".formatted(InstanceQuery.STATE);

    private static final String PAGING = " and (p.started_at, p.key) < (:afterTime, :afterKey)";

    /** So many candidates are looked at for conditions over variables before a page ends. */
    private static final int LOOK = 3_000;

    private final JdbcClient jdbc;
    private final Durations durations;
    private final Clock clock;
    private final InstancePlaces places;
    private final QueryChoice choice;
    private final int look;

    public Instances(JdbcClient jdbc, Durations durations, Clock clock) {
        this(jdbc, durations, clock, CustomerOrders.NONE);
    }

    public Instances(JdbcClient jdbc, Durations durations, Clock clock, CustomerOrders customers) {
        this(jdbc, durations, clock, LOOK, new QueryChoice(jdbc, customers));
    }

    Instances(JdbcClient jdbc, Durations durations, Clock clock, int look, QueryChoice choice) {
        this.look = look;
        this.choice = choice;
        this.places = new InstancePlaces(jdbc);
        this.jdbc = jdbc;
        this.durations = durations;
        this.clock = clock;
    }

    /** How a list is put in order. */
    public enum Order {
        /** Started last first. */
        NEWEST,
        /** Longest against the usual first, failed ones before all; for open instances only. */
        LATEST
    }

    /**
     * One page. An order by lateness falls back to the newest when the filter lets ended instances through. With conditions over
     * variables a page looks at so many candidates and no more: it may hold fewer rows than asked for, and the next goes on.
     */
    public Page<InstanceRow> page(InstanceFilter filter, Order order, Optional<String> cursor, int limit) {
        Optional<Cursor> after = cursor.map(Cursor::parse);
        boolean byLateness = order == Order.LATEST && filter.onlyOpen();
        InstanceQuery query = query(filter);
        List<Ranked> found = byLateness ? latest(filter, query, after, limit) : newest(query, after, limit);
        Optional<String> next =
                found.size() > limit ? Optional.of(found.get(limit - 1).cursor().text()) : Optional.empty();
        if (next.isEmpty() && !byLateness && !filter.variables().isEmpty()) {
            next = lastCandidate(query, after).map(Cursor::text);
        }
        List<Instance> shown = found.stream().limit(limit).map(Ranked::instance).toList();
        return new Page<>(places.of(shown), next);
    }

    /** How many instances match, counted up to the cap; with conditions over variables among the newest candidates. */
    public Count count(InstanceFilter filter, int cap) {
        InstanceQuery query = query(filter);
        if (filter.variables().isEmpty()) {
            return Count.capped(
                    counted(
                            query,
                            "select 1 from history.process_instance p where " + query.where() + " limit :cap",
                            cap),
                    cap);
        }
        long counted = counted(
                query,
                "select 1 from (" + candidates(query, "") + ") p where " + query.byVariables() + " limit :cap",
                cap);
        boolean more = lastCandidate(query, Optional.empty()).isPresent();
        return new Count(Math.min(counted, cap), more || counted > cap);
    }

    private long counted(InstanceQuery query, String rows, int cap) {
        return jdbc.sql("select count(*) from (" + rows + ") capped")
                .params(query.parameters())
                .param("cap", cap + 1)
                .param("look", look)
                .query(Long.class)
                .single();
    }

    private InstanceQuery query(InstanceFilter filter) {
        return choice.of(filter);
    }

    public Optional<Instance> find(long key) {
        return jdbc.sql("select " + COLUMNS + " from history.process_instance p where p.key = :key")
                .param("key", key)
                .query((row, n) -> instance(row))
                .optional();
    }

    /** The keys of all that match, newest first, up to a limit; conditions over variables are tried on every candidate. */
    public List<Long> keys(InstanceFilter filter, int limit) {
        InstanceQuery query = query(filter);
        return jdbc.sql("select p.key from history.process_instance p where " + query.where()
                        + " order by p.started_at desc, p.key desc limit :limit")
                .params(query.parameters())
                .param("limit", limit)
                .query(Long.class)
                .list();
    }

    /** The rows of known instances, for swapping them in place when they change. */
    public List<InstanceRow> rows(Collection<Long> keys) {
        if (keys.isEmpty()) {
            return List.of();
        }
        List<Instance> found = jdbc.sql("select " + COLUMNS + " from history.process_instance p where p.key in (:keys)")
                .param("keys", keys)
                .query((row, n) -> instance(row))
                .list();
        return places.of(found);
    }

    private record Ranked(Instance instance, Cursor cursor) {}

    private List<Ranked> newest(InstanceQuery query, Optional<Cursor> after, int limit) {
        String paging = after.isEmpty() ? "" : PAGING;
        boolean plain = query.byVariables().equals("true");
        String from = plain
                ? "history.process_instance p where " + query.where() + paging
                : "(" + candidates(query, paging) + ") p where " + query.byVariables();
        return paged(
                        "select " + COLUMNS + " from " + from + " order by p.started_at desc, p.key desc limit :limit",
                        query,
                        after)
                .param("limit", limit + 1)
                .param("look", look)
                .query((row, n) -> {
                    Instance instance = instance(row);
                    return new Ranked(instance, new Cursor(0, instance.key(), micros(instance.startedAt())));
                })
                .list();
    }

    /** The newest rows that meet the conditions which indices answer. */
    private static String candidates(InstanceQuery query, String paging) {
        return "select * from history.process_instance p where " + query.plain() + paging
                + " order by p.started_at desc, p.key desc limit :look";
    }

    /** The last candidate a page looked at, when there may be more behind it. */
    private Optional<Cursor> lastCandidate(InstanceQuery query, Optional<Cursor> after) {
        String sql = "select p.key, p.started_at from history.process_instance p where " + query.plain()
                + (after.isEmpty() ? "" : PAGING) + " order by p.started_at desc, p.key desc offset :look limit 1";
        return paged(sql, query, after)
                .param("look", look - 1)
                .query((row, n) -> new Cursor(0, row.getLong("key"), micros(Columns.instant(row, "started_at"))))
                .optional();
    }

    private JdbcClient.StatementSpec paged(String sql, InstanceQuery query, Optional<Cursor> after) {
        var statement = jdbc.sql(sql).params(query.parameters());
        return after.isEmpty()
                ? statement
                : statement
                        .param(
                                "afterTime",
                                Columns.parameter(ofMicros(after.get().asOfMicros())))
                        .param("afterKey", after.get().key());
    }

    /** Failed ones lead: when they fill the page, all the others need not be ranked. */
    private List<Ranked> latest(InstanceFilter filter, InstanceQuery query, Optional<Cursor> after, int limit) {
        boolean paged = after.isPresent();
        boolean someFail = filter.states().contains(InstanceState.INCIDENT);
        if (someFail && (!paged || after.get().rank() >= Lateness.FAILED)) {
            List<Ranked> failed = latest(Lateness.failed(query, paged), query, after, limit);
            if (failed.size() > limit) {
                return failed;
            }
        }
        return latest(Lateness.open(filter, query, paged), query, after, limit);
    }

    private List<Ranked> latest(String sql, InstanceQuery query, Optional<Cursor> after, int limit) {
        Instant asOf = after.map(it -> ofMicros(it.asOfMicros())).orElseGet(clock::instant);
        Usual usual = durations.usual();
        List<Usual.Step> steps = List.copyOf(usual.steps().keySet());
        var statement = jdbc.sql(sql)
                .params(query.parameters())
                .param("asOf", Columns.parameter(asOf))
                .param("stepProcesses", array(steps, Usual.Step::processId))
                .param("stepElements", array(steps, Usual.Step::elementId))
                .param("stepSeconds", seconds(usual, steps))
                .param("limit", limit + 1);
        if (after.isPresent()) {
            statement = statement
                    .param("afterRank", after.get().rank())
                    .param("afterKey", after.get().key());
        }
        long asOfMicros = micros(asOf);
        return statement
                .query((row, n) -> {
                    Instance instance = instance(row);
                    return new Ranked(instance, new Cursor(row.getDouble("rank"), instance.key(), asOfMicros));
                })
                .list();
    }

    /** Where instances stand now: their active elements but those that only hold other active ones. */
    Map<Long, List<Token>> tokens(Collection<Long> keys) {
        return places.tokens(keys);
    }

    static Instance instance(ResultSet row) throws SQLException {
        return new Instance(
                row.getLong("key"),
                row.getLong("process_definition_key"),
                row.getString("bpmn_process_id"),
                row.getInt("version"),
                InstanceState.valueOf(row.getString("shown_state")),
                Columns.text(row, "business_key"),
                Columns.instant(row, "started_at"),
                Columns.optionalInstant(row, "ended_at"),
                row.getInt("open_incidents"),
                Columns.optionalLong(row, "parent_process_instance_key"));
    }

    private static String[] array(List<Usual.Step> steps, Function<Usual.Step, String> part) {
        return steps.stream().map(part).toArray(String[]::new);
    }

    private static Double[] seconds(Usual usual, List<Usual.Step> steps) {
        List<Double> seconds = new ArrayList<>();
        for (Usual.Step step : steps) {
            Usual.Typical typical = usual.steps().get(step);
            seconds.add(typical == null ? 0 : typical.median().toMillis() / 1000.0);
        }
        return seconds.toArray(Double[]::new);
    }

    private static long micros(Instant instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }

    private static Instant ofMicros(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }
}
