package io.tillflow.studio.shop;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a variant is kept in supply, and what is being bought of it, the newest first.
 *
 * @param awaited how many are on their way, as far as the shop counts on them
 */
record Restocking(Rule rule, int awaited, List<Purchase> purchases) {
    /**
     * What holds for it.
     *
     * @param lowAt it is low from so many free ones down
     * @param upTo so many the shop wants at most
     * @param supplier blank where the automation's table chooses
     */
    record Rule(String sku, int lowAt, int upTo, int pack, String supplier) {}

    /** One purchase; a price in minor units. */
    record Purchase(
            String request,
            String sku,
            String supplier,
            String state,
            int quantity,
            int received,
            @Nullable Long unitPrice,
            @Nullable String currency,
            @Nullable LocalDate expectedOn,
            Instant madeAt,
            Instant updatedAt) {
        boolean isOpen() {
            return List.of("PLANNED", "PLACED", "CONFIRMED", "LOOKING").contains(state);
        }
    }
}
