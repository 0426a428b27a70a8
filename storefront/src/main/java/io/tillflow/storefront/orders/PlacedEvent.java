package io.tillflow.storefront.orders;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.tillflow.models.fraud.Suspicion;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the automation learns of a new order: ids and small values, nothing personal. */
record PlacedEvent(String businessKey, Facts order, Payment payment) {
    private static final int DIGITS = 4;

    /**
     * @param worth the total in the shop's own currency, which decisions compare
     * @param fraudProbability that a person would turn it away, by the model in use; none while there is no model
     * @param fraudReasons what raised it most
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
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
            String country,
            boolean express,
            boolean firstOrder,
            boolean addressMismatch,
            int pastDeclines,
            @Nullable BigDecimal fraudProbability,
            @Nullable String fraudReasons) {}

    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Payment(@Nullable String id) {}

    static PlacedEvent of(Order order, Optional<Suspicion> said) {
        Facts facts = new Facts(
                order.id(),
                order.number(),
                order.customerId(),
                order.channel().code(),
                order.currency(),
                order.totals().total(),
                order.worth(),
                order.totals().items(),
                order.totals().weightGrams(),
                order.details().shipping().country(),
                order.facts().express(),
                order.facts().firstOrder(),
                order.facts().addressMismatch(),
                order.facts().pastDeclines(),
                said.map(it -> BigDecimal.valueOf(it.probability()).setScale(DIGITS, RoundingMode.HALF_UP))
                        .orElse(null),
                said.map(Suspicion::reasons).orElse(null));
        return new PlacedEvent(order.number(), facts, new Payment(order.paymentId()));
    }
}
