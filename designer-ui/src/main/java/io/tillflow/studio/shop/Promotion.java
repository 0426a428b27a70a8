package io.tillflow.studio.shop;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A reason to pay less, as the shop has it.
 *
 * @param code what shoppers type; null for one that everybody gets
 * @param value percent, or minor units
 */
record Promotion(
        String id,
        @Nullable String code,
        String title,
        @Nullable String titleDe,
        String kind,
        long value,
        int buys,
        int gets,
        @Nullable String category,
        long atLeast,
        boolean combines,
        Instant startsAt,
        @Nullable Instant endsAt,
        @Nullable Integer mostUses,
        @Nullable Integer mostPerCustomer) {

    boolean runs(Instant now) {
        return !now.isBefore(startsAt) && (endsAt == null || now.isBefore(endsAt));
    }
}
