package io.tillflow.storefront.orders;

import io.tillflow.storefront.stock.Locations;
import io.tillflow.storefront.stock.Lot;
import io.tillflow.storefront.stock.Movement.Kind;
import io.tillflow.storefront.stock.Need;
import io.tillflow.storefront.stock.Shares;
import io.tillflow.storefront.stock.Stock;
import io.tillflow.storefront.stock.Stock.Cause;
import io.tillflow.storefront.stock.StockLevel;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Sets an order's things aside, gives them back, sends them off; and takes them back for those who wait. */
@Service
@Transactional
public class OrderStock {
    private static final UUID NOBODY = new UUID(0, 0);

    private final Orders orders;
    private final StockLine line;
    private final Stock stock;
    private final Shares shares;
    private final Locations locations;
    private final TransactionTemplate attempt;

    OrderStock(
            Orders orders,
            StockLine line,
            Stock stock,
            Shares shares,
            Locations locations,
            PlatformTransactionManager transactions) {
        this.orders = orders;
        this.line = line;
        this.stock = stock;
        this.shares = shares;
        this.locations = locations;
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
        if (order.stockState() == StockState.RELEASED || order.stockState() == StockState.SHIPPED) {
            return;
        }
        line.leave(order.id());
        line.lockStock(order.needs());
        letGo(order, order.needs());
        orders.setStockState(order.id(), StockState.RELEASED);
        line.shareOut(NOBODY);
    }

    /** How many are lacking of the things that would come. Locks them, and those that would go. */
    List<Need> lacking(List<OrderLine> gone, List<OrderLine> come) {
        line.lockStock(needs(Stream.concat(gone.stream(), come.stream())));
        List<Need> wanted = needs(come.stream());
        Map<String, StockLevel> levels =
                stock.lock(wanted.stream().map(Need::sku).toList());
        return wanted.stream()
                .map(need -> new Need(need.sku(), need.quantity() - free(levels.get(need.sku()), need.quantity())))
                .filter(need -> need.quantity() > 0)
                .toList();
    }

    private static int free(@Nullable StockLevel level, int most) {
        return level == null ? 0 : Math.min(most, Math.max(0, level.available()));
    }

    /**
     * Some of an order's things are not wanted any more, and others are, which must be free; what there is then is shared out
     * to who waits, maybe to the order itself.
     */
    void swap(Order order, List<OrderLine> gone, List<OrderLine> come) {
        if (order.stockState() == StockState.SHIPPED) {
            throw new IllegalStateException("expected order " + order.number() + " to be here, but it has left");
        }
        if (order.stockState() != StockState.RELEASED) {
            line.lockStock(needs(Stream.concat(gone.stream(), come.stream())));
            take(order, needs(come.stream()));
            letGo(order, needs(gone.stream()));
            line.shareOut(NOBODY);
        }
    }

    /** Reserves what may come into an order later; it must be free. */
    void promise(Order order, List<OrderLine> come) {
        line.lockStock(needs(come.stream()));
        stock.move(Kind.RESERVED, needs(come.stream()), Cause.order(order.id()));
    }

    /** What was promised does not come in: it is for sale again, and shared out to who waits. */
    void withdraw(Order order, List<OrderLine> come) {
        line.lockStock(needs(come.stream()));
        stock.move(Kind.RESERVATION_RELEASED, needs(come.stream()), Cause.order(order.id()));
        line.shareOut(NOBODY);
    }

    /** Whether what was promised is there, as far as it is set aside at once. Locks what is looked at. */
    boolean canKeep(Order order, List<OrderLine> gone, List<OrderLine> come) {
        line.lockStock(needs(Stream.concat(gone.stream(), come.stream())));
        return order.stockState() != StockState.ALLOCATED
                || line.missing(needs(come.stream())).isEmpty();
    }

    /** What was promised comes in, and something else goes; then it is as if it had been ordered so. */
    void keep(Order order, List<OrderLine> gone, List<OrderLine> come) {
        List<Need> needs = needs(come.stream());
        switch (order.stockState()) {
            case RESERVED, WAITING -> {}
            case ALLOCATED -> shares.allocate(order.id(), needs, Cause.order(order.id()));
            case RELEASED -> stock.move(Kind.RESERVATION_RELEASED, needs, Cause.order(order.id()));
            case SHIPPED ->
                throw new IllegalStateException("expected order " + order.number() + " to be here, but it has left");
        }
        if (order.stockState() != StockState.RELEASED) {
            letGo(order, needs(gone.stream()));
        }
        line.shareOut(NOBODY);
    }

    private void take(Order order, List<Need> needs) {
        Cause cause = Cause.order(order.id());
        stock.move(Kind.RESERVED, needs, cause);
        if (order.stockState() == StockState.ALLOCATED) {
            shares.allocate(order.id(), needs, cause);
        }
    }

    private static List<Need> needs(Stream<OrderLine> lines) {
        return lines.map(line -> new Need(line.sku(), line.quantity())).toList();
    }

    private void letGo(Order order, List<Need> needs) {
        if (order.stockState() == StockState.ALLOCATED) {
            shares.release(order.id(), needs, Cause.order(order.id()));
        } else {
            stock.move(Kind.RESERVATION_RELEASED, needs, Cause.order(order.id()));
        }
    }

    /** The things left the house with their parcel. */
    void ship(Order order) {
        switch (order.stockState()) {
            case ALLOCATED -> {
                stock.lock(order.needs().stream().map(Need::sku).toList());
                shares.ship(order.id(), order.needs(), Cause.order(order.id()));
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

    /**
     * Things of a shipped order are on the shelf again, and shared out to who waits.
     *
     * @param location null for the first one
     */
    public void takeBack(UUID orderId, List<Need> back, @Nullable String location) {
        TreeMap<String, Integer> units = new TreeMap<>();
        back.forEach(need -> units.merge(need.sku(), need.quantity(), Integer::sum));
        line.lockStock(units.keySet().stream().map(sku -> new Need(sku, 0)).toList());
        String there = locations.open(location).id();
        List<Lot> lots = units.entrySet().stream()
                .map(entry -> new Lot(entry.getKey(), there, entry.getValue()))
                .toList();
        shares.bring(Kind.RETURNED, lots, Cause.order(orderId));
        line.shareOut(NOBODY);
    }

    /** Things set aside for somebody else than an order are for sale again, and shared out to who waits. */
    public void putBack(UUID owner, List<Need> needs, Cause cause) {
        line.lockStock(needs);
        shares.release(owner, needs, cause);
        line.shareOut(NOBODY);
    }
}
