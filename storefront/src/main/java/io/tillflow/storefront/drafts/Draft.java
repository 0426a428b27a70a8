package io.tillflow.storefront.drafts;

import io.tillflow.storefront.checkout.DetailsForm;
import io.tillflow.storefront.language.Language;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An order in the making.
 *
 * @param revision counts its changes, so that nobody overwrites what they have not seen
 * @param checkoutId what it was placed with last; its order, if any, is the draft's
 */
public record Draft(
        UUID id,
        String author,
        int revision,
        Content content,
        @Nullable UUID checkoutId,
        @Nullable UUID orderId,
        @Nullable String number,
        Instant createdAt,
        Instant updatedAt) {

    /** So many of a variant, at today's price. */
    public record Line(String sku, int quantity) {}

    /**
     * What staff say of it.
     *
     * @param currency which it is priced and paid in
     * @param details as typed; may be incomplete until it is placed
     * @param discount agreed with the customer, in minor units
     * @param note for the people who run the shop
     */
    public record Content(
            Language language, String currency, List<Line> lines, DetailsForm details, long discount, String note) {
        public Content {
            lines = List.copyOf(lines);
        }
    }

    public boolean ordered() {
        return orderId != null;
    }
}
