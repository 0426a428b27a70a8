package io.tillflow.connectors.commerce;

import org.jspecify.annotations.Nullable;

/**
 * What an article is to cost.
 *
 * @param price in minor units of the shop's own currency
 * @param days after which the price before comes back; null for one that stays
 * @param reason what shoppers read
 * @param reasonDe the same in German; empty where it is as above
 */
public record NewPrice(long price, @Nullable Integer days, String reason, String reasonDe) {}
