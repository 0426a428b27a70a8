package io.tillflow.studio.shop;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a variant costs, cost, and will cost; money in minor units. */
record Pricing(List<Change> history, List<Plan> plans) {
    /** One change, whoever made it. */
    record Change(long previous, long price, String reason, String changedBy, Instant at) {}

    /** A price for a time. */
    record Plan(
            String id,
            String sku,
            long price,
            String reason,
            String author,
            Instant startsAt,
            @Nullable Instant endsAt,
            String state) {
        boolean open() {
            return state.equals("PLANNED") || state.equals("RUNNING");
        }
    }
}
