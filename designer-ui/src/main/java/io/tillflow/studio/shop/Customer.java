package io.tillflow.studio.shop;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Somebody who bought in the shop; money in minor units. */
record Customer(
        String id,
        String email,
        String name,
        boolean account,
        boolean marketing,
        int orders,
        long total,
        @Nullable String currency,
        @Nullable Instant lastOrderAt) {

    /** With what happened, the newest first. */
    record Known(Customer customer, List<Event> timeline) {}

    /** One thing that happened. */
    record Event(
            Instant at,
            String kind,
            @Nullable String orderId,
            @Nullable String number,
            String detail,
            @Nullable String words,
            @Nullable Long amount,
            @Nullable String currency) {}
}
