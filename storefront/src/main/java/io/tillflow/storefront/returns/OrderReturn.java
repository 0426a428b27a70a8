package io.tillflow.storefront.returns;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Some lines of an order on their way back.
 *
 * @param refusal why no money goes back, as a code; null while it may
 * @param amount what was paid for these things, in minor units
 */
public record OrderReturn(
        UUID id,
        UUID orderId,
        ReturnState state,
        ReturnReason reason,
        @Nullable String refusal,
        long amount,
        long refunded,
        @Nullable String trackingNumber,
        @Nullable String labelUrl,
        @Nullable Instant restockedAt,
        Instant requestedAt,
        List<Line> lines) {
    /** So many of one line of the order. */
    public record Line(int position, String sku, int quantity) {}
}
