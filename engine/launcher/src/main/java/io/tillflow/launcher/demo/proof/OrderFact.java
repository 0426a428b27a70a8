package io.tillflow.launcher.demo.proof;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An order as the shop has it.
 *
 * @param payment the one that is its own by now; null where it has none
 * @param units how many of each sku were bought
 */
public record OrderFact(
        String id,
        String number,
        String email,
        String channel,
        String state,
        @Nullable String reason,
        long total,
        String currency,
        @Nullable String payment,
        Map<String, Integer> units,
        Instant placedAt) {
    public OrderFact {
        if (units.isEmpty()) {
            throw new IllegalArgumentException("expected order " + number + " to say what is in it");
        }
        units = Map.copyOf(units);
    }

    /** The states an order passes on its way, in this order; a cancelled one has left the way. */
    private static final List<String> WAY = List.of(
            "PLACED",
            "IN_REVIEW",
            "AWAITING_PAYMENT",
            "PAID",
            "AWAITING_STOCK",
            "PREPARING",
            "SHIPPED",
            "DELIVERED",
            "COMPLETED");

    static final String SHIPPED = "SHIPPED";
    static final String DELIVERED = "DELIVERED";

    /** Whether the order stands at this state or past it. */
    boolean reached(String milestone) {
        return WAY.indexOf(state) >= WAY.indexOf(milestone);
    }

    public boolean cancelled() {
        return "CANCELLED".equals(state);
    }

    public boolean completed() {
        return "COMPLETED".equals(state);
    }

    public boolean finished() {
        return completed() || cancelled();
    }
}
