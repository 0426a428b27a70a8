package io.tillflow.engine.history;

import io.tillflow.engine.history.InstanceRow.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The process instances, filtered and paged; one statement finds a page, two more say where its rows stand. */
public final class Instances {

    private static final String COLUMNS = """
            p.key, p.process_definition_key, p.bpmn_process_id, p.version, p.business_key, p.started_at, p.ended_at,
            p.open_incidents, p.parent_process_instance_key, %s as shown_state""".formatted(InstanceQuery.STATE);

    private final JdbcClient jdbc;
    private final Durations durations;
    private final Clock clock;

    public Instances(JdbcClient jdbc, Durations durations, Clock clock) {
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

    /** One page. An order by lateness falls back to the newest when the filter lets ended instances through. */
    public Page<InstanceRow> page(InstanceFilter filter, Order order, Optional<String> cursor, int limit) {
        Optional<Cursor> after = cursor.map(Cursor::parse);
        boolean byLateness = order == Order.LATEST && filter.onlyOpen();
        List<Ranked> found = byLateness ? latest(filter, after, limit) : newest(filter, after, limit);
        Optional<String> next =
                found.size() > limit ? Optional.of(found.get(limit - 1).cursor().text()) : Optional.empty();
        List<Instance> shown = found.stream().limit(limit).map(Ranked::instance).toList();
        return new Page<>(withPlaces(shown), next);
    }

    /** How many instances match, counted up to the cap. */
    public Count count(InstanceFilter filter, int cap) {
        InstanceQuery query = new InstanceQuery(filter);
        long counted = jdbc.sql("select count(*) from (select 1 from history.process_instance p where " + query.where()
                        + " limit :cap) capped")
                .params(query.parameters())
                .param("cap", cap + 1)
                .query(Long.class)
                .single();
        return Count.capped(counted, cap);
    }

    public Optional<Instance> find(long key) {
        return jdbc.sql("select " + COLUMNS + " from history.process_instance p where p.key = :key")
                .param("key", key)
                .query((row, n) -> instance(row))
                .optional();
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
        return withPlaces(found);
    }

    private record Ranked(Instance instance, Cursor cursor) {}

    private List<Ranked> newest(InstanceFilter filter, Optional<Cursor> after, int limit) {
        InstanceQuery query = new InstanceQuery(filter);
        String paging = after.isEmpty() ? "" : " and (p.started_at, p.key) < (:afterTime, :afterKey)";
        var statement = jdbc.sql("select " + COLUMNS + " from history.process_instance p where " + query.where()
                        + paging + " order by p.started_at desc, p.key desc limit :limit")
                .params(query.parameters())
                .param("limit", limit + 1);
        if (after.isPresent()) {
            statement = statement
                    .param("afterTime", Columns.parameter(ofMicros(after.get().asOfMicros())))
                    .param("afterKey", after.get().key());
        }
        return statement
                .query((row, n) -> {
                    Instance instance = instance(row);
                    return new Ranked(instance, new Cursor(0, instance.key(), micros(instance.startedAt())));
                })
                .list();
    }

    private List<Ranked> latest(InstanceFilter filter, Optional<Cursor> after, int limit) {
        InstanceQuery query = new InstanceQuery(filter);
        Instant asOf = after.map(it -> ofMicros(it.asOfMicros())).orElseGet(clock::instant);
        Usual usual = durations.usual();
        List<Usual.Step> steps = List.copyOf(usual.steps().keySet());
        var statement = jdbc.sql(lateness(query, after.isPresent()))
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

    private static String lateness(InstanceQuery query, boolean paged) {
        return """
                with step as (select * from unnest(:stepProcesses::text[], :stepElements::text[], :stepSeconds::float8[])
                                as s(process, element, seconds)),
                     late as (select p.key, max(case when p.open_incidents > 0 then 1e9 else 0 end
                                     + round((extract(epoch from :asOf::timestamptz - e.started_at)
                                              / greatest(coalesce(s.seconds, 86400), 5))::numeric, 6)::float8) as rank
                                from history.process_instance p
                                join history.element_instance e on e.process_instance_key = p.key and e.state = 'ACTIVE'
                                left join step s on s.process = p.bpmn_process_id and s.element = e.element_id
                               where p.state = 'ACTIVE' and e.started_at <= :asOf
                                 and (e.element_type <> 'PROCESS') and %s
                               group by p.key)
                select %s, late.rank from late join history.process_instance p on p.key = late.key
                 where %s order by late.rank desc, late.key desc limit :limit
                """.formatted(
                        query.where(), COLUMNS, paged ? "(late.rank, late.key) < (:afterRank, :afterKey)" : "true");
    }

    private List<InstanceRow> withPlaces(List<Instance> instances) {
        if (instances.isEmpty()) {
            return List.of();
        }
        List<Long> keys = instances.stream().map(Instance::key).toList();
        Map<Long, List<Token>> tokens = tokens(keys);
        Map<Long, Money> stakes = stakes(keys);
        return instances.stream()
                .map(it -> new InstanceRow(
                        it, tokens.getOrDefault(it.key(), List.of()), Optional.ofNullable(stakes.get(it.key()))))
                .toList();
    }

    /** Where instances stand now: their active elements but those that only hold other active ones. */
    Map<Long, List<Token>> tokens(Collection<Long> keys) {
        return jdbc.sql("""
                        select e.key, e.process_instance_key, e.element_id, e.element_type, e.started_at,
                               exists (select 1 from history.incident i
                                        where i.element_instance_key = e.key and i.state = 'OPEN') as failed
                          from history.element_instance e
                         where e.process_instance_key in (:keys) and e.state = 'ACTIVE' and e.element_type <> 'PROCESS'
                           and not exists (select 1 from history.element_instance c
                                            where c.process_instance_key = e.process_instance_key
                                              and c.state = 'ACTIVE' and c.scope_key = e.key)
                         order by failed desc, e.started_at, e.key
                        """).param("keys", keys).query((row, n) -> token(row)).list().stream()
                .collect(Collectors.groupingBy(Token::processInstanceKey));
    }

    private Map<Long, Money> stakes(Collection<Long> keys) {
        Map<Long, Money> stakes = new HashMap<>();
        jdbc.sql("""
                        select process_instance_key, (value ->> 'total')::numeric as total, value ->> 'currency' as currency
                          from history.variable
                         where scope_key in (:keys) and name = 'order' and jsonb_typeof(value -> 'total') = 'number'
                        """).param("keys", keys).query(row -> {
            Money money = new Money(row.getBigDecimal("total").longValue(), Columns.text(row, "currency"));
            stakes.put(row.getLong("process_instance_key"), money);
        });
        return stakes;
    }

    private static Token token(ResultSet row) throws SQLException {
        return new Token(
                row.getLong("key"),
                row.getLong("process_instance_key"),
                row.getString("element_id"),
                row.getString("element_type"),
                Columns.instant(row, "started_at"),
                row.getBoolean("failed"));
    }

    private static Instance instance(ResultSet row) throws SQLException {
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
