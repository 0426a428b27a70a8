package io.tillflow.storefront.orders;

import io.tillflow.storefront.outbox.EventType;
import io.tillflow.storefront.outbox.Outbox;
import io.tillflow.storefront.stock.Need;
import io.tillflow.storefront.stock.Shares;
import io.tillflow.storefront.stock.Stock;
import io.tillflow.storefront.stock.Stock.Cause;
import io.tillflow.storefront.stock.StockLevel;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The line of orders that wait for things, first come first served. Who stands in front and cannot be served in full
 * keeps what is there for them, so nobody is overtaken for the same thing. One transaction at a time works on the line;
 * who wants only what nobody waits for need not enter it.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class StockLine {
    private final JdbcClient jdbc;
    private final Stock stock;
    private final Shares shares;
    private final Orders orders;
    private final Outbox outbox;
    private final Clock clock;

    StockLine(JdbcClient jdbc, Stock stock, Shares shares, Orders orders, Outbox outbox, Clock clock) {
        this.jdbc = jdbc;
        this.stock = stock;
        this.shares = shares;
        this.orders = orders;
        this.outbox = outbox;
        this.clock = clock;
    }

    private record Restock(UUID id) {}

    private record Restocked(Restock restock) {}

    /** Must come before any other lock of the transaction. */
    void enter() {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('shop-stock-line'))")
                .query()
                .listOfRows();
    }

    void join(UUID orderId) {
        jdbc.sql("insert into stock_line (order_id, since) values (:id, :now) on conflict do nothing")
                .param("id", orderId)
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    void leave(UUID orderId) {
        jdbc.sql("delete from stock_line where order_id = :id")
                .param("id", orderId)
                .update();
    }

    /** Locks every row that sharing out may touch, and those given. */
    void lockStock(Collection<Need> also) {
        Set<String> skus = new TreeSet<>();
        also.forEach(n -> skus.add(n.sku()));
        waiting().values().forEach(needs -> needs.forEach(n -> skus.add(n.sku())));
        stock.lock(skus);
    }

    /** Gives what is there to who waits, in order, and answers who was served. Tells all but {@code asking}. */
    List<UUID> shareOut(UUID asking) {
        Map<UUID, List<Need>> waiting = waiting();
        Set<String> skus = new TreeSet<>();
        waiting.values().forEach(needs -> needs.forEach(n -> skus.add(n.sku())));
        Map<String, Integer> left = new HashMap<>();
        stock.lock(skus).forEach((sku, level) -> left.put(sku, Math.max(0, level.unallocated())));
        UUID restock = UUID.randomUUID();
        List<UUID> served = new ArrayList<>();
        waiting.forEach((order, needs) -> {
            if (needs.stream().allMatch(n -> left.getOrDefault(n.sku(), 0) >= n.quantity())) {
                allocate(order, needs);
                served.add(order);
                if (!order.equals(asking)) {
                    outbox.publish(EventType.STOCK_AVAILABLE, order, new Restocked(new Restock(restock)));
                }
            }
            needs.forEach(n -> left.merge(n.sku(), -n.quantity(), (a, b) -> Math.max(0, a + b)));
        });
        return served;
    }

    /** Serves an order whose things are all there and waited for by nobody; false: it must stand in line. */
    boolean passBy(Order order) {
        List<Need> needs = order.needs();
        boolean served = missing(needs).isEmpty() && !isWaitedFor(needs);
        if (served) {
            allocate(order.id(), needs);
        }
        return served;
    }

    /** Who joins the line holds the rows of what they want: with these rows locked, nobody is overlooked. */
    private boolean isWaitedFor(List<Need> needs) {
        return jdbc.sql("""
                select exists (
                    select 1 from stock_line w join order_line l on l.order_id = w.order_id where l.sku = any(:skus))""")
                .param("skus", needs.stream().map(Need::sku).toArray(String[]::new))
                .query(Boolean.class)
                .single();
    }

    private void allocate(UUID order, List<Need> needs) {
        shares.allocate(order, needs, Cause.order(order));
        orders.setStockState(order, StockState.ALLOCATED);
        leave(order);
    }

    /** What is lacking right now, others aside. Locks the rows. */
    List<Need> missing(List<Need> needs) {
        Map<String, StockLevel> levels =
                stock.lock(needs.stream().map(Need::sku).toList());
        List<Need> missing = new ArrayList<>();
        for (Need need : needs) {
            StockLevel level = levels.get(need.sku());
            int there = level == null ? 0 : Math.max(0, level.unallocated());
            if (there < need.quantity()) {
                missing.add(new Need(need.sku(), need.quantity() - there));
            }
        }
        return missing;
    }

    private Map<UUID, List<Need>> waiting() {
        Map<UUID, List<Need>> waiting = new LinkedHashMap<>();
        jdbc.sql("""
                select w.order_id, l.sku, sum(l.quantity) as quantity
                from stock_line w join order_line l on l.order_id = w.order_id
                group by w.order_id, w.position, l.sku order by w.position, l.sku""").query(row -> {
            waiting.computeIfAbsent(row.getObject("order_id", UUID.class), id -> new ArrayList<>())
                    .add(new Need(row.getString("sku"), row.getInt("quantity")));
        });
        return waiting;
    }
}
