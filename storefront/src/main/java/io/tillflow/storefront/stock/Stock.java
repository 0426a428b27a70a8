package io.tillflow.storefront.stock;

import io.tillflow.storefront.stock.Movement.Kind;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Counts and their ledger. Whoever changes stock first locks all rows it will touch with one call of
 * {@link #lock}, which takes them in the order of their numbers: so two transactions never wait for each other.
 */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
public class Stock {
    private final JdbcClient jdbc;
    private final Locations locations;
    private final Clock clock;

    Stock(JdbcClient jdbc, Locations locations, Clock clock) {
        this.jdbc = jdbc;
        this.locations = locations;
        this.clock = clock;
    }

    /** Whom a movement is for. */
    public record Cause(
            @Nullable UUID orderId,
            @Nullable UUID checkoutId,
            @Nullable String reason) {
        public static Cause order(UUID id) {
            return new Cause(id, null, null);
        }

        public static Cause checkout(UUID id, @Nullable String reason) {
            return new Cause(null, id, reason);
        }

        public static Cause reason(String reason) {
            return new Cause(null, null, reason);
        }
    }

    /** Locks the rows until the transaction ends and tells their counts; unknown variants are absent. */
    public Map<String, StockLevel> lock(Collection<String> skus) {
        Map<String, StockLevel> levels = new LinkedHashMap<>();
        jdbc.sql("""
                select sku, on_hand, held, reserved, allocated from stock
                where sku = any(:skus) order by sku for update""")
                .param("skus", skus.toArray(String[]::new))
                .query(StockLevel.class)
                .list()
                .forEach(level -> levels.put(level.sku(), level));
        return levels;
    }

    /** Sets things aside for a checkout, all or nothing; answers what is missing. The rows must be locked. */
    public List<Need> hold(UUID checkoutId, List<Need> needs) {
        Map<String, StockLevel> levels = lock(needs.stream().map(Need::sku).toList());
        List<Need> missing = new ArrayList<>();
        for (Need need : needs) {
            StockLevel level = levels.get(need.sku());
            int available = level == null ? 0 : Math.max(0, level.available());
            if (available < need.quantity()) {
                missing.add(new Need(need.sku(), need.quantity() - available));
            }
        }
        if (missing.isEmpty()) {
            move(Kind.HELD, needs, Cause.checkout(checkoutId, null));
        }
        return missing;
    }

    /** Promises, or takes promises back, and writes the ledger. The rows must be locked. */
    public void move(Kind kind, List<Need> needs, Cause cause) {
        if (kind.somewhere()) {
            throw new IllegalArgumentException("expected a location for " + kind);
        }
        write(
                kind,
                needs.stream()
                        .map(it -> new Moved(it.sku(), null, it.quantity()))
                        .toList(),
                cause);
    }

    /** Changes what lies somewhere and writes the ledger. The rows must be locked; things of one sku lie at one location each. */
    public void moveAt(Kind kind, List<Lot> lots, Cause cause) {
        if (!kind.somewhere()) {
            throw new IllegalArgumentException("expected no location for " + kind);
        }
        if (kind.onHand > 0) {
            jdbc.sql("""
                    insert into stock_place (sku, location) select * from unnest(:skus, :locations) on conflict do nothing""")
                    .param("skus", lots.stream().map(Lot::sku).toArray(String[]::new))
                    .param("locations", lots.stream().map(Lot::location).toArray(String[]::new))
                    .update();
        }
        write(
                kind,
                lots.stream()
                        .map(it -> new Moved(it.sku(), it.location(), it.quantity()))
                        .toList(),
                cause);
    }

    private record Moved(String sku, @Nullable String location, int quantity) {}

    private void write(Kind kind, List<Moved> moved, Cause cause) {
        jdbc.sql("""
                with moved as (
                    select sku, location, quantity from unnest(:skus, :locations, :quantities) as m(sku, location, quantity)
                ), counted as (
                    update stock s set
                        on_hand = s.on_hand + :onHand * m.quantity,
                        held = s.held + :held * m.quantity,
                        reserved = s.reserved + :reserved * m.quantity,
                        allocated = s.allocated + :allocated * m.quantity
                    from (select sku, sum(quantity)::int as quantity from moved group by sku) m where s.sku = m.sku
                ), placed as (
                    update stock_place p set on_hand = p.on_hand + :onHand * m.quantity
                    from moved m where :onHand <> 0 and p.sku = m.sku and p.location = m.location
                )
                insert into stock_movement (kind, sku, quantity, order_id, checkout_id, reason, location, at)
                select :kind, sku, quantity, cast(:order as uuid), cast(:checkout as uuid), :reason, location, :at from moved""")
                .param("skus", moved.stream().map(Moved::sku).toArray(String[]::new))
                .param("locations", moved.stream().map(Moved::location).toArray(String[]::new))
                .param("quantities", moved.stream().map(Moved::quantity).toArray(Integer[]::new))
                .param("onHand", kind.onHand)
                .param("held", kind.held)
                .param("reserved", kind.reserved)
                .param("allocated", kind.allocated)
                .param("kind", kind.name())
                .param("order", cause.orderId())
                .param("checkout", cause.checkoutId())
                .param("reason", cause.reason())
                .param("at", Timestamp.from(clock.instant()))
                .update();
    }

    /** Opens the books of new variants with what was delivered, at the first location. */
    public void stockUp(List<Need> received) {
        jdbc.sql("insert into stock (sku) select unnest(:skus) on conflict do nothing")
                .param("skus", received.stream().map(Need::sku).toArray(String[]::new))
                .update();
        String first = locations.open(null).id();
        moveAt(
                Kind.RECEIVED,
                received.stream()
                        .filter(n -> n.quantity() > 0)
                        .map(n -> new Lot(n.sku(), first, n.quantity()))
                        .toList(),
                Cause.reason("opening stock"));
    }
}
