package io.tillflow.storefront.api;

import io.tillflow.storefront.byhand.SettleChange;
import io.tillflow.storefront.orders.DearerChange;
import io.tillflow.storefront.orders.DearerChanges;
import io.tillflow.storefront.orders.Order;
import io.tillflow.storefront.orders.OrderEvent;
import io.tillflow.storefront.orders.OrderLine;
import io.tillflow.storefront.orders.OrderProgress;
import io.tillflow.storefront.orders.OrderState;
import io.tillflow.storefront.orders.Orders;
import io.tillflow.storefront.orders.Parcel;
import io.tillflow.storefront.terms.Totals;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** An order as its shopper may see it; without the right token it does not exist. */
@RestController
@RequestMapping("/api/v1/orders")
class OrderApi {
    private final Orders orders;
    private final OrderProgress progress;
    private final DearerChanges changes;
    private final SettleChange settle;

    OrderApi(Orders orders, OrderProgress progress, DearerChanges changes, SettleChange settle) {
        this.orders = orders;
        this.progress = progress;
        this.changes = changes;
        this.settle = settle;
    }

    record OrderView(
            UUID id,
            String number,
            OrderState state,
            @Nullable String reason,
            String currency,
            Totals totals,
            LocalDate promisedOn,
            @Nullable String paymentUrl,
            Parcel parcel,
            boolean cancellable,
            boolean cancelRequested,
            Instant placedAt,
            List<OrderLine> lines,
            List<OrderEvent> history,
            @Nullable Waiting change) {}

    /** A change that makes it dearer and waits for its payment; until then the order is as it was. */
    record Waiting(long total, @Nullable String paymentUrl, Instant until) {
        static Waiting of(DearerChange it) {
            return new Waiting(it.total(), it.paymentUrl(), it.expiresAt());
        }
    }

    record Cancellation(@Nullable String token, @Nullable String reason) {}

    @GetMapping("/{id}")
    OrderView order(@PathVariable UUID id, @RequestParam @Nullable String token) {
        return view(allowed(id, token));
    }

    @PostMapping("/{id}/cancellation")
    ResponseEntity<OrderView> cancel(
            @PathVariable UUID id,
            @RequestParam @Nullable String token,
            @RequestBody(required = false) @Nullable Cancellation asked) {
        Order order = allowed(id, asked != null && asked.token() != null ? asked.token() : token);
        String reason = asked == null || asked.reason() == null ? "shopper" : shortened(asked.reason());
        return switch (progress.cancel(order.id(), reason)) {
            case DONE -> ResponseEntity.accepted().body(view(orders.find(id).orElseThrow()));
            case TOO_LATE ->
                throw new ShopProblem(
                        HttpStatus.CONFLICT,
                        "too-late",
                        "The parcel is sealed, so this order can’t be cancelled any more.");
            case UNKNOWN -> throw ShopProblem.notFound("order");
        };
    }

    /** The change that waits for its payment is not wanted; there may be none. */
    @PostMapping("/{id}/keep")
    OrderView keep(@PathVariable UUID id, @RequestParam @Nullable String token) {
        Order order = allowed(id, token);
        settle.callOff(order.id(), DearerChange.End.KEPT);
        return view(order);
    }

    private static String shortened(String reason) {
        return reason.strip().substring(0, Math.min(reason.strip().length(), 200));
    }

    private Order allowed(UUID id, @Nullable String token) {
        return orders.find(id).filter(order -> order.opensWith(token)).orElseThrow(() -> ShopProblem.notFound("order"));
    }

    private OrderView view(Order o) {
        return new OrderView(
                o.id(),
                o.number(),
                o.state(),
                o.reason(),
                o.currency(),
                o.totals(),
                o.promisedOn(),
                o.payable() ? o.paymentUrl() : null,
                o.parcel(),
                o.cancellable(),
                o.cancelRequestedAt() != null,
                o.placedAt(),
                o.lines(),
                orders.history(o.id()),
                changes.pending(o.id()).map(Waiting::of).orElse(null));
    }
}
