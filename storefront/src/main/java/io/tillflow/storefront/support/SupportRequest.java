package io.tillflow.storefront.support;

import java.time.Instant;
import java.util.UUID;

/**
 * A question about an order, from its asking to its answer.
 *
 * @param topic what it is about, as the table read it
 * @param answers how often the shop wrote about it
 */
public record SupportRequest(
        UUID id,
        UUID orderId,
        SupportState state,
        String topic,
        boolean urgent,
        int answers,
        Instant askedAt,
        Instant updatedAt) {}
