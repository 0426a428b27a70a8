package io.tillflow.studio.shop;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An order in the making, with what it costs now; money in minor units.
 *
 * @param countries where the shop sends to
 * @param currencies it can be priced in
 * @param problems what keeps it from being placed
 * @param orderId its order, once it is one
 */
record Draft(
        String id,
        String author,
        int revision,
        String language,
        String currency,
        List<Line> lines,
        Details details,
        long discount,
        String note,
        Totals totals,
        List<Problem> problems,
        List<String> countries,
        List<String> currencies,
        @Nullable String orderId,
        @Nullable String number,
        Instant createdAt,
        Instant updatedAt) {

    /** A line at today's price; the name is empty when it is no longer sold. */
    record Line(String sku, String name, String variant, int quantity, long unitPrice, long total, int available) {}

    /** Who and where to, as typed so far. */
    record Details(
            @Nullable Contact contact,
            @Nullable Place shipping,
            @Nullable Place billing,
            @Nullable String delivery) {}

    record Contact(@Nullable String email, @Nullable String phone) {}

    record Place(
            @Nullable String name,
            @Nullable String street,
            @Nullable String extra,
            @Nullable String postcode,
            @Nullable String town,
            @Nullable String country) {}

    record Totals(long itemsTotal, List<ShopOrder.Discount> discounts, long deliveryPrice, long tax, long total) {}

    record Problem(String field, String message) {}

    /** What is kept of it; all of it anew. */
    record Wanted(
            int revision,
            String language,
            String currency,
            List<WantedLine> lines,
            Details details,
            long discount,
            String note) {}

    record WantedLine(String sku, int quantity) {}

    /** Its customer as far as known. */
    String customer() {
        Contact contact = details.contact();
        return contact == null || contact.email() == null ? "" : contact.email();
    }
}
