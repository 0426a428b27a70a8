package io.tillflow.storefront.support;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A question about an order, from its asking to its answer.
 *
 * @param topic what it is about, as the table of words read it
 * @param sorted what it is about, as a person says; none while nobody did
 * @param answers how often the shop wrote about it
 */
public record SupportRequest(
        UUID id,
        UUID orderId,
        SupportState state,
        String topic,
        @Nullable String sorted,
        boolean urgent,
        int answers,
        Instant askedAt,
        Instant updatedAt) {}
