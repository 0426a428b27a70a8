package io.tillflow.studio.shop;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An order in the shop's list; money in minor units. */
record ListedOrder(
        String id,
        String number,
        String email,
        String state,
        @Nullable String reason,
        String currency,
        long total,
        int items,
        String country,
        boolean cancelRequested,
        Instant placedAt) {}
