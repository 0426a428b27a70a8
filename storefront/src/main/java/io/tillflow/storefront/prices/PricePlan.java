package io.tillflow.storefront.prices;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A price for a time.
 *
 * @param reason what shoppers read while it holds
 * @param endsAt when the price before it comes back; null for one that stays
 * @param before the price it took the place of; null until it begins
 */
public record PricePlan(
        UUID id,
        String sku,
        long price,
        String reason,
        String author,
        Instant startsAt,
        @Nullable Instant endsAt,
        State state,
        @Nullable Long before,
        Instant madeAt) {

    /** Where it stands. */
    public enum State {
        PLANNED,
        RUNNING,
        DONE,
        CANCELLED
    }

    public PricePlan {
        if (endsAt != null && !endsAt.isAfter(startsAt)) {
            throw new IllegalArgumentException(
                    "a price ends after it began, but " + endsAt + " is not after " + startsAt);
        }
    }
}
