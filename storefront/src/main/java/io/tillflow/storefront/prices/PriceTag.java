package io.tillflow.storefront.prices;

import java.time.Instant;

/**
 * The latest change of a price in a currency.
 *
 * @param lowestBefore the lowest price of the 30 days before the change: what a reduction must be compared with
 */
public record PriceTag(
        String sku, String currency, long price, long previous, long lowestBefore, String reason, Instant at) {
    /** Only what is below all prices of the 30 days before may be called cheaper. */
    public boolean reduced() {
        return price < previous && price < lowestBefore;
    }
}
