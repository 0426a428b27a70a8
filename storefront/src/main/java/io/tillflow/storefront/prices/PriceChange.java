package io.tillflow.storefront.prices;

import java.time.Instant;

/**
 * One change of a variant's price, in minor units.
 *
 * @param reason what shoppers read; may be empty
 */
public record PriceChange(String sku, long previous, long price, String reason, String changedBy, Instant at) {}
