package io.tillflow.studio.shop;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a variant costs, cost, and will cost; money in minor units. */
record Pricing(List<Listed> listed, List<Change> history, List<Plan> plans) {
    /**
     * What it costs now in one currency; the first is the shop's own.
     *
     * @param fixed whether somebody set it; else it follows the rate
     */
    record Listed(String currency, long price, boolean fixed) {}

    /** One change, whoever made it. */
    record Change(
            String currency, long previous, long price, String reason, String reasonDe, String changedBy, Instant at) {}

    /** A price for a time. */
    record Plan(
            String id,
            String sku,
            String currency,
            long price,
            String reason,
            String reasonDe,
            String author,
            Instant startsAt,
            @Nullable Instant endsAt,
            String state) {
        boolean open() {
            return state.equals("PLANNED") || state.equals("RUNNING");
        }
    }
}
