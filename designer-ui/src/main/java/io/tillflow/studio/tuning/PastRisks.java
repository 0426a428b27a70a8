package io.tillflow.studio.tuning;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Orders whose risk was decided and whose outcome is known by now, oldest first. */
@Repository
class PastRisks {
    private static final JsonMapper JSON = new JsonMapper();

    private final JdbcClient jdbc;

    PastRisks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One order.
     *
     * @param facts by their paths, as {@code order.total}
     * @param bad what a person found, or that nothing was wrong with it to the end
     */
    record Known(Map<String, Object> facts, boolean reviewed, boolean bad) {
        double total() {
            return facts.get("order.total") instanceof Number total ? total.doubleValue() : 0;
        }
    }

    private record Row(@Nullable String facts, @Nullable String outcome, boolean completed) {}

    /** The newest so many; an order that was turned away by the table alone tells nothing, since nobody knows what it was. */
    List<Known> newest(String decisionId, int most) {
        List<Row> rows = new ArrayList<>(jdbc.sql("""
                select (m.variables -> 'order')::text as facts, r.outcome,
                       exists (select 1 from history.element_instance e where e.process_instance_key = i.key
                               and e.element_id = 'order-completed' and e.state = 'COMPLETED') as completed
                  from history.decision_evaluation d
                  join history.process_instance i on i.key = d.process_instance_key and i.state = 'COMPLETED'
                  join history.message_correlation c on c.process_instance_key = i.key and c.kind = 'START'
                  join history.message m on m.key = c.message_key
                  left join lateral (select j.variables ->> 'outcome' as outcome from history.job j
                                      where j.process_instance_key = i.key and j.element_id = 'review-order' and j.state = 'COMPLETED'
                                      order by j.ended_at desc limit 1) r on true
                 where d.decision_id = :decision order by d.evaluated_at desc, d.key desc limit :most
                """)
                .param("decision", decisionId)
                .param("most", most)
                .query(Row.class)
                .list());
        return rows.reversed().stream().flatMap(row -> known(row).stream()).toList();
    }

    private static Optional<Known> known(Row row) {
        boolean reviewed = row.outcome() != null;
        if (row.facts() == null || (!reviewed && !row.completed())) {
            return Optional.empty();
        }
        Map<String, Object> facts = new HashMap<>();
        JSON.readTree(row.facts())
                .properties()
                .forEach(fact -> value(fact.getValue()).ifPresent(value -> facts.put("order." + fact.getKey(), value)));
        // as the table saw it: in the shop's own currency
        Optional.ofNullable(facts.get("order.worth")).ifPresent(worth -> facts.put("order.total", worth));
        return Optional.of(new Known(facts, reviewed, "reject".equals(row.outcome())));
    }

    private static Optional<Object> value(JsonNode node) {
        if (node.isNumber()) {
            return Optional.of(node.decimalValue());
        }
        if (node.isBoolean()) {
            return Optional.of(node.booleanValue());
        }
        return node.isString() ? Optional.of(node.stringValue()) : Optional.empty();
    }
}
