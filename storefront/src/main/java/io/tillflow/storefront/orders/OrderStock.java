package io.tillflow.storefront.orders;

import io.tillflow.storefront.stock.Movement.Kind;
import io.tillflow.storefront.stock.Need;
import io.tillflow.storefront.stock.Stock;
import io.tillflow.storefront.stock.Stock.Cause;
import io.tillflow.storefront.stock.StockLevel;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Sets an order's things aside, gives them back, sends them off; and brings new things in for those who wait. */
@Service
@Transactional
public class OrderStock {
    private static final UUID NOBODY = new UUID(0, 0);

    private final Orders orders;
    private final StockLine line;
    private final Stock stock;
    private final TransactionTemplate attempt;

    OrderStock(Orders orders, StockLine line, Stock stock, PlatformTransactionManager transactions) {
        this.orders = orders;
        this.line = line;
        this.stock = stock;
        attempt = new TransactionTemplate(transactions);
        attempt.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    /** What came of asking for an order's things. */
    public sealed interface Allocation {
        /** The things are set aside. */
        record Allocated() implements Allocation {}

        /** The order stands in line now. */
        record TooFew(List<Need> missing) implements Allocation {}

        /** Cancelled: nothing is set aside any more. */
        record GivenUp() implements Allocation {}

        /** There is no such order. */
        record Unknown() implements Allocation {}
    }

    /** Nearly every order passes by the line: only one at a time may be in it, for as long as its transaction lasts. */
    public Allocation allocate(UUID orderId) {
        return attempt.execute(status -> {
                    Optional<Allocation> answer = passBy(orderId);
                    if (answer.isEmpty()) {
                        status.setRollbackOnly(); // lets go of what it locked, for the line comes before any lock
                    }
                    return answer;
                })
                .orElseGet(() -> allocateInLine(orderId));
    }

    private Optional<Allocation> passBy(UUID orderId) {
        Optional<Order> found = orders.lock(orderId);
        if (found.isEmpty()) {
            return Optional.of(new Allocation.Unknown());
        }
        Order order = found.get();
        boolean allocated = switch (order.stockState()) {
            case ALLOCATED, SHIPPED -> true;
            case RESERVED -> order.state() != OrderState.CANCELLED && line.passBy(order);
            case WAITING, RELEASED -> false;
        };
        return allocated ? Optional.of(new Allocation.Allocated()) : Optional.empty();
    }

    private Allocation allocateInLine(UUID orderId) {
        line.enter();
        Optional<Order> found = orders.lock(orderId);
        if (found.isEmpty()) {
            return new Allocation.Unknown();
        }
        Order order = found.get();
        return switch (order.stockState()) {
            case ALLOCATED, SHIPPED -> new Allocation.Allocated();
            case RESERVED, WAITING -> ask(order, false);
            case RELEASED -> ask(order, true);
        };
    }

    private Allocation ask(Order order, boolean reserveAgain) {
        if (order.state() == OrderState.CANCELLED) {
            return new Allocation.GivenUp();
        }
        line.join(order.id());
        line.lockStock(order.needs());
        if (reserveAgain) {
            stock.move(Kind.RESERVED, order.needs(), Cause.order(order.id()));
        }
        if (line.shareOut(order.id()).contains(order.id())) {
            return new Allocation.Allocated();
        }
        if (order.stockState() != StockState.WAITING) {
            orders.setStockState(order.id(), StockState.WAITING);
        }
        return new Allocation.TooFew(line.missing(order.needs()));
    }

    /** Gives back whatever the order keeps, and shares it out; doing it again changes nothing. False: no such order. */
    public boolean release(UUID orderId) {
        line.enter();
        Optional<Order> order = orders.lock(orderId);
        order.ifPresent(this::release);
        return order.isPresent();
    }

    void release(Order order) {
        Kind kind = switch (order.stockState()) {
            case RESERVED, WAITING -> Kind.RESERVATION_RELEASED;
            case ALLOCATED -> Kind.ALLOCATION_RELEASED;
            case RELEASED, SHIPPED -> null;
        };
        if (kind == null) {
            return;
        }
        line.leave(order.id());
        line.lockStock(order.needs());
        stock.move(kind, order.needs(), Cause.order(order.id()));
        orders.setStockState(order.id(), StockState.RELEASED);
        line.shareOut(NOBODY);
    }

    /** Some of an order's things are not wanted any more; shared out to who waits, maybe to the order itself. */
    void giveBack(Order order, List<OrderLine> gone) {
        Kind kind = switch (order.stockState()) {
            case RESERVED, WAITING -> Kind.RESERVATION_RELEASED;
            case ALLOCATED -> Kind.ALLOCATION_RELEASED;
            case RELEASED -> null;
            case SHIPPED ->
                throw new IllegalStateException("expected order " + order.number() + " to be here, but it has left");
        };
        if (kind != null) {
            List<Need> needs = gone.stream()
                    .map(line -> new Need(line.sku(), line.quantity()))
                    .toList();
            line.lockStock(needs);
            stock.move(kind, needs, Cause.order(order.id()));
            line.shareOut(NOBODY);
        }
    }

    /** The things left the house with their parcel. */
    void ship(Order order) {
        switch (order.stockState()) {
            case ALLOCATED -> {
                stock.lock(order.needs().stream().map(Need::sku).toList());
                stock.move(Kind.SHIPPED, order.needs(), Cause.order(order.id()));
                orders.setStockState(order.id(), StockState.SHIPPED);
            }
            case SHIPPED -> {}
            case RESERVED, WAITING, RELEASED ->
                throw new IllegalStateException("expected order %s to be allocated before it ships, but its stock is %s"
                        .formatted(order.number(), order.stockState()));
        }
    }

    /** Must come before any other lock of the transaction that takes things back. */
    public void enterLine() {
        line.enter();
    }

    /** Things of a shipped order are on the shelf again, and shared out to who waits. */
    public void takeBack(UUID orderId, List<Need> back) {
        TreeMap<String, Integer> units = new TreeMap<>();
        back.forEach(need -> units.merge(need.sku(), need.quantity(), Integer::sum));
        List<Need> needs = units.entrySet().stream()
                .map(entry -> new Need(entry.getKey(), entry.getValue()))
                .toList();
        line.lockStock(needs);
        stock.move(Kind.RETURNED, needs, Cause.order(orderId));
        line.shareOut(NOBODY);
    }

    /** Things set aside for somebody else than an order are for sale again, and shared out to who waits. */
    public void putBack(List<Need> needs, Cause cause) {
        line.lockStock(needs);
        stock.move(Kind.ALLOCATION_RELEASED, needs, cause);
        line.shareOut(NOBODY);
    }

    /** New things came in; answers the counts, or nothing for an unknown variant. */
    public Optional<StockLevel> receive(String sku, int quantity) {
        return change(sku, level -> quantity, Kind.RECEIVED, "restock");
    }

    /** Somebody counted. */
    public Optional<StockLevel> correct(String sku, int onHand, String reason) {
        return change(sku, level -> onHand - level.onHand(), Kind.COUNTED, reason);
    }

    private interface Change {
        int by(StockLevel level);
    }

    private Optional<StockLevel> change(String sku, Change change, Kind kind, String reason) {
        line.enter();
        line.lockStock(List.of(new Need(sku, 0)));
        StockLevel level = stock.lock(List.of(sku)).get(sku);
        if (level == null) {
            return Optional.empty();
        }
        int by = change.by(level);
        if (by != 0) {
            stock.move(kind, List.of(new Need(sku, by)), Cause.reason(reason));
            line.shareOut(NOBODY);
        }
        return Optional.ofNullable(stock.lock(List.of(sku)).get(sku));
    }
}
