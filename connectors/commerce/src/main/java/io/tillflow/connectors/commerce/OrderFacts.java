package io.tillflow.connectors.commerce;

import java.util.List;

/**
 * An order with its shopper, for letters and labels; money in minor units.
 *
 * @param orderPath the order's page, with its token
 */
public record OrderFacts(
        String id,
        String number,
        String email,
        String currency,
        long total,
        long deliveryPrice,
        int weightGrams,
        boolean express,
        String orderPath,
        Place shipping,
        List<Line> lines) {
    /** Where the parcel goes; {@code extra} may be empty. */
    public record Place(String name, String street, String extra, String postcode, String town, String country) {}

    /** One row of the order. */
    public record Line(String sku, String name, int quantity, long unitPrice, long total) {}

    @Override
    public String toString() {
        return "OrderFacts[" + number + "]";
    }
}
