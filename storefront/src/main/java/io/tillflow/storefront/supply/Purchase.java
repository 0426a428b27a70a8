package io.tillflow.storefront.supply;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something the automation buys, or wants to.
 *
 * @param quantity how many are to come, as far as is known
 * @param received how many of them were booked in
 */
public record Purchase(
        UUID request,
        String sku,
        String supplier,
        PurchaseState state,
        int quantity,
        int received,
        @Nullable Long unitPrice,
        @Nullable String currency,
        @Nullable LocalDate expectedOn,
        Instant madeAt,
        Instant updatedAt) {
    public int missing() {
        return Math.max(0, quantity - received);
    }
}
