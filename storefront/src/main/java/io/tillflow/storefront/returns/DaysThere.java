package io.tillflow.storefront.returns;

import io.tillflow.storefront.orders.Order;
import io.tillflow.storefront.orders.OrderEvent;
import io.tillflow.storefront.orders.OrderState;
import io.tillflow.storefront.orders.Orders;
import io.tillflow.storefront.profile.Profiles;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
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

    /** Whole days since these were delivered; what came instead, since it left. */
    long since(Order order, List<OrderReturn.Line> lines) {
        Instant now = clock.instant();
        if (!lines.isEmpty() && lines.stream().allMatch(line -> line.cameBy() != null)) {
            return lines.stream()
                    .flatMap(line -> Optional.ofNullable(line.cameBy()).flatMap(returns::find).stream())
                    .flatMap(by -> Optional.ofNullable(by.exchange()).map(OrderReturn.Exchange::lockedAt).stream())
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
}
