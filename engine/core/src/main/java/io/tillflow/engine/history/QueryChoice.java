package io.tillflow.engine.history;

import io.tillflow.engine.history.InstanceQuery.Breadth;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How instances are best found, which the planner cannot know: those that few share, an order number's beginning or an element they
 * stand at, are all looked up; those of many are met on the way through the list.
 */
record QueryChoice(JdbcClient jdbc, CustomerOrders customers, int few) {

    private static final int FEW = 2_000;

    QueryChoice(JdbcClient jdbc, CustomerOrders customers) {
        this(jdbc, customers, FEW);
    }

    InstanceQuery of(InstanceFilter filter) {
        InstanceQuery query = new InstanceQuery(filter);
        Breadth text = filter.text().isEmpty()
                ? Breadth.FEW
                : breadth(query, "history.process_instance h where h.business_key like :text");
        Breadth element = filter.element().isEmpty()
                ? Breadth.FEW
                : breadth(query, "history.element_instance h where h.state = 'ACTIVE' and h.element_id = :element");
        InstanceQuery chosen = new InstanceQuery(filter, text, element);
        if (!filter.customer().isEmpty()) {
            chosen.ofOrders(customers.of(filter.customer()));
        }
        return chosen;
    }

    private Breadth breadth(InstanceQuery query, String from) {
        long hits = jdbc.sql("select count(*) from (select 1 from " + from + " limit :few) hit")
                .params(query.parameters())
                .param("few", few + 1)
                .query(Long.class)
                .single();
        return hits <= few ? Breadth.FEW : Breadth.MANY;
    }
}
