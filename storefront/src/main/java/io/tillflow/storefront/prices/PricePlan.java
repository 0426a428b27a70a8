package io.tillflow.storefront.prices;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A price for a time.
 *
 * @param reason what shoppers read while it holds
 * @param reasonDe the same in German; empty where it is as above
 * @param endsAt when the price before it comes back; null for one that stays
 * @param before the price it took the place of; null until it begins
 * @param followed whether that followed the rate: then the price does so again afterwards
 */
public record PricePlan(
        UUID id,
        String sku,
        String currency,
        long price,
        String reason,
        String reasonDe,
        String author,
        Instant startsAt,
        @Nullable Instant endsAt,
        State state,
        @Nullable Long before,
        boolean followed,
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

    PriceReason why() {
        return new PriceReason(reason, reasonDe);
    }
}
