package io.tillflow.storefront.returns;

import io.tillflow.storefront.orders.Order;
import io.tillflow.storefront.orders.OrderEvent;
import io.tillflow.storefront.orders.OrderState;
import io.tillflow.storefront.orders.Orders;
import io.tillflow.storefront.profile.Profiles;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** How long a shopper has had what comes back, and how long they may have it. */
@Component
class DaysThere {
    private final Orders orders;
    private final Returns returns;
    private final Profiles profiles;
    private final Clock clock;

    DaysThere(Orders orders, Returns returns, Profiles profiles, Clock clock) {
        this.orders = orders;
        this.returns = returns;
        this.profiles = profiles;
        this.clock = clock;
    }

    /** What the shop promised when it was ordered. */
    int allowed(Order order) {
        return profiles.at(order.placedAt()).returns().days();
    }

    /**
     * Whole days since these were delivered; what came instead, since it left. What came instead of such a thing is not there
     * anew: exchanging on and on ends when the time of the first exchange does.
     */
    long since(Order order, List<OrderReturn.Line> lines) {
        Instant now = clock.instant();
        if (!lines.isEmpty() && lines.stream().allMatch(line -> line.cameBy() != null)) {
            return lines.stream()
                    .flatMap(line -> left(line).stream())
                    .mapToLong(at -> ChronoUnit.DAYS.between(at, now))
                    .max()
                    .orElse(0);
        }
        return orders.history(order.id()).stream()
                .filter(event -> event.state() == OrderState.DELIVERED)
                .map(OrderEvent::at)
                .findFirst()
                .map(at -> ChronoUnit.DAYS.between(at, now))
                .orElse(0L);
    }

    /** When the first thing left that came instead of what was bought, of which this is the latest. */
    private Optional<Instant> left(OrderReturn.Line line) {
        Optional<OrderReturn> by = Optional.ofNullable(line.cameBy()).flatMap(returns::find);
        List<OrderReturn.Line> before = by.stream()
                .flatMap(exchange -> exchange.lines().stream())
                .filter(it -> it.position() == line.position() && line.sku().equals(it.instead()))
                .toList();
        if (!before.isEmpty() && before.stream().allMatch(it -> it.cameBy() != null)) {
            return before.stream().flatMap(it -> left(it).stream()).max(Comparator.naturalOrder());
        }
        return by.map(OrderReturn::exchange).map(OrderReturn.Exchange::lockedAt);
    }
}
