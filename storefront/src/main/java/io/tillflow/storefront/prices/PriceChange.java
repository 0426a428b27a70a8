package io.tillflow.storefront.prices;

import java.time.Instant;

/**
 * One change of a variant's price in a currency, in minor units.
 *
 * @param reason what shoppers read; may be empty
 * @param reasonDe the same in German; empty where it is as above
 */
public record PriceChange(
        String sku,
        String currency,
        long previous,
        long price,
        String reason,
        String reasonDe,
        String changedBy,
        Instant at) {}
