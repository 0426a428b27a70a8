package io.tillflow.connectors.commerce;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What an article costs, in minor units of the shop's own currency.
 *
 * @param lowest of the last 30 days, today's among them
 * @param until when the price before comes back; null for one that stays
 */
public record PriceNow(
        long price, String currency, long lowest, @Nullable Instant until) {}
