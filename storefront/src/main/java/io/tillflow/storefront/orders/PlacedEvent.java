package io.tillflow.storefront.orders;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the automation learns of a new order: ids and small values, nothing personal. */
record PlacedEvent(String businessKey, Facts order, Payment payment) {

    record Facts(
            UUID id,
            String number,
            UUID customerId,
            String channel,
            String currency,
            long total,
            int items,
            int weightGrams,
            String country,
            boolean express,
            boolean firstOrder,
            boolean addressMismatch,
            int pastDeclines) {}

    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Payment(@Nullable String id) {}

    static PlacedEvent of(Order order) {
        Facts facts = new Facts(
                order.id(),
                order.number(),
                order.customerId(),
                order.channel().code(),
                order.currency(),
                order.totals().total(),
                order.totals().items(),
                order.totals().weightGrams(),
                order.details().shipping().country(),
                order.facts().express(),
                order.facts().firstOrder(),
                order.facts().addressMismatch(),
                order.facts().pastDeclines());
        return new PlacedEvent(order.number(), facts, new Payment(order.paymentId()));
    }
}
