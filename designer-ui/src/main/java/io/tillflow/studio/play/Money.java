package io.tillflow.studio.play;

import io.tillflow.processes.JobType;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.OptionalLong;
import tools.jackson.databind.JsonNode;

/** What a job does to the money of a shop: the amount it is asked to capture or to give back. */
final class Money {
    static final String CAPTURE = JobType.PAYMENTS_CAPTURE;
    static final String REFUND = JobType.PAYMENTS_REFUND;
    /** The currency the shop counts in. */
    static final String BASE = "EUR";

    private static final Map<String, Integer> SIGNS = Map.of(CAPTURE, 1, REFUND, -1);

    private Money() {}

    static long moved(String jobType, JsonNode input) {
        return SIGNS.getOrDefault(jobType, 0) * input.path("amount").asLong(0);
    }

    /**
     * What an order's amount is worth in the shop's own currency, at the order's rate: amounts of two currencies are never added
     * up. Nothing where that cannot be known.
     *
     * @param start what the instance began with
     */
    static OptionalLong worth(JsonNode start, long amount) {
        JsonNode order = start.path("order");
        long total = order.path("total").asLong(0);
        if (order.path("worth").isNumber() && total != 0) {
            BigDecimal whole = BigDecimal.valueOf(amount)
                    .multiply(BigDecimal.valueOf(order.path("worth").asLong()));
            return OptionalLong.of(whole.divide(BigDecimal.valueOf(total), 0, RoundingMode.HALF_UP)
                    .longValueExact());
        }
        return amount == 0 || BASE.equals(order.path("currency").asString(BASE))
                ? OptionalLong.of(amount)
                : OptionalLong.empty();
    }
}
