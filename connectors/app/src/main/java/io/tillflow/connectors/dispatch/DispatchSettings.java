package io.tillflow.connectors.dispatch;

import java.time.Duration;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How events reach the broker.
 *
 * @param lease how long one attempt may take before another may begin; longer than the client's time-out
 * @param keep how long the broker keeps a message for an instance that does not listen yet
 * @param starts messages that start processes: nobody comes to listen to those later
 * @param keepStart how long the broker keeps those, which is how long it knows repeats by itself
 * @param inFlight how many messages may be on their way at once
 * @param settleEvery how often history is asked what was heard
 */
@ConfigurationProperties("tillflow.dispatch")
record DispatchSettings(
        @DefaultValue("20s") Duration lease,
        @DefaultValue("7d") Duration keep,

        @DefaultValue({
            "order-placed",
            "return-requested",
            "payment-disputed",
            "support-requested",
            "support-written",
            "training-requested",
            "account-letter-requested",
            "stock-low",
            "stock-check-due",
            "slow-seller-found",
            "slow-seller-check-due",
            "customer-registered",
            "order-paid",
            "order-cancelled",
            "review-written",
            "cart-abandoned",
            "shopify-order-created",
            "shopify-order-paid"
        })
        Set<String> starts,

        @DefaultValue("5m") Duration keepStart,
        @DefaultValue("100") int inFlight,
        @DefaultValue("500ms") Duration settleEvery) {
    Duration keep(String message) {
        return starts.contains(message) ? keepStart : keep;
    }

    /** As long as the broker is sure to know a repeat by the message's id; a fifth is left for slow clocks. */
    Duration safeToRepeat(String message) {
        return keep(message).multipliedBy(4).dividedBy(5);
    }
}
