package io.tillflow.storefront.orders;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the automation learns when an order is paid or cancelled: ids and small values, nothing personal. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record OrderOutcome(
        String businessKey, Facts order, @Nullable Cancellation cancellation) {
    /** @param worth the total in the shop's own currency, which decisions compare */
    record Facts(
            UUID id,
            String number,
            UUID customerId,
            String channel,
            String currency,
            long total,
            long worth,
            int items,
            int weightGrams,
            String country) {}

    record Cancellation(String reason) {}

    static OrderOutcome paid(Order order) {
        return new OrderOutcome(order.number(), facts(order), null);
    }

    /** @param reason a code, as the order's page tells it in words */
    static OrderOutcome cancelled(Order order, @Nullable String reason) {
        return new OrderOutcome(order.number(), facts(order), new Cancellation(reason == null ? "UNKNOWN" : reason));
    }

    private static Facts facts(Order order) {
        return new Facts(
                order.id(),
                order.number(),
                order.customerId(),
                order.channel().code(),
                order.currency(),
                order.totals().total(),
                order.worth(),
                order.totals().items(),
                order.totals().weightGrams(),
                order.details().shipping().country());
    }
}
