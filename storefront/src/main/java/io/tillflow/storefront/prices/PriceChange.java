package io.tillflow.storefront.prices;

import java.time.Instant;

/**
 * One change of a variant's price in a currency, in minor units.
 *
 * @param reason what shoppers read; may be empty
 */
public record PriceChange(
        String sku, String currency, long previous, long price, String reason, String changedBy, Instant at) {}
