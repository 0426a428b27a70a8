package io.tillflow.storefront.api;

import io.tillflow.storefront.orders.Order;
import io.tillflow.storefront.orders.OrderState;
import io.tillflow.storefront.orders.StockState;
import io.tillflow.storefront.stock.Need;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An order in the list that staff see. */
record OrderRow(
        UUID id,
        String number,
        UUID customerId,
        String email,
        String channel,
        OrderState state,
        @Nullable String reason,
        String currency,
        long total,
        int items,
        List<Need> units,
        String country,
        StockState stockState,
        @Nullable String paymentId,
        @Nullable String trackingNumber,
        boolean cancelRequested,
        Instant placedAt) {

    static OrderRow of(Order o) {
        return new OrderRow(
                o.id(),
                o.number(),
                o.customerId(),
                o.details().email(),
                o.channel().code(),
                o.state(),
                o.reason(),
                o.currency(),
                o.totals().total(),
                o.totals().items(),
                o.needs(),
                o.details().shipping().country(),
                o.stockState(),
                o.paymentId(),
                o.parcel().trackingNumber(),
                o.cancelRequestedAt() != null,
                o.placedAt());
    }
}
