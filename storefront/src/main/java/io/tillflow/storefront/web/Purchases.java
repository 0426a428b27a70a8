package io.tillflow.storefront.web;

import io.tillflow.storefront.events.EventKind;
import io.tillflow.storefront.orders.Order;
import io.tillflow.storefront.orders.OrderLine;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Notes what was bought, each order once: pressing again brings back an order that is no longer new. */
@Component
class Purchases {
    private static final Duration NEW = Duration.ofSeconds(5);

    private final Footprints footprints;
    private final Clock clock;

    Purchases(Footprints footprints, Clock clock) {
        this.footprints = footprints;
        this.clock = clock;
    }

    void note(HttpServletRequest request, Order order) {
        if (order.placedAt().isBefore(clock.instant().minus(NEW))) {
            return;
        }
        for (OrderLine line : order.lines()) {
            footprints.note(
                    request,
                    EventKind.PURCHASE,
                    line.product(),
                    Map.of(
                            "order", order.number(),
                            "quantity", line.quantity(),
                            "unitPrice", line.unitPrice(),
                            "currency", order.currency()));
        }
    }
}
