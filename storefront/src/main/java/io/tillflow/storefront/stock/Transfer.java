package io.tillflow.storefront.stock;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Things on their way from one location to another, in no stock until they arrive.
 *
 * @param arrived how many did; null while they are on their way
 * @param returned they came back to where they were sent from
 * @param overdue on their way for so long that nobody counts on them
 */
public record Transfer(
        UUID id,
        String sku,
        String origin,
        String target,
        int quantity,
        Instant sentAt,
        String sentBy,
        @Nullable Integer arrived,
        @Nullable Instant arrivedAt,
        @Nullable String arrivedBy,
        boolean returned,
        boolean overdue) {}
