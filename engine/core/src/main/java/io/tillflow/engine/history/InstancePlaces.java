package io.tillflow.engine.history;

import io.tillflow.engine.history.InstanceRow.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Says of instances where they stand and what is at stake. */
final class InstancePlaces {

    private final JdbcClient jdbc;

    InstancePlaces(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The rows of instances, in their order. */
    List<InstanceRow> of(List<Instance> instances) {
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
}
