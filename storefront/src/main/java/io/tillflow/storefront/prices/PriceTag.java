package io.tillflow.storefront.prices;

import io.tillflow.storefront.language.Language;
import java.time.Instant;

/**
 * The latest change of a price in a currency.
 *
 * @param lowestBefore the lowest price of the 30 days before the change: what a reduction must be compared with
 */
public record PriceTag(
        String sku,
        String currency,
        long price,
        long previous,
        long lowestBefore,
        String reason,
        String reasonDe,
        Instant at) {
    /** Why it changed, in the language of the request. */
    public String why() {
        return new PriceReason(reason, reasonDe).in(Language.current());
    }

    /** Only what is below all prices of the 30 days before may be called cheaper. */
    public boolean reduced() {
        return price < previous && price < lowestBefore;
    }
}
