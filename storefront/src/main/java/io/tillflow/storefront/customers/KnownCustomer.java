package io.tillflow.storefront.customers;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who bought here or was taken over from another shop.
 *
 * @param name as they last gave it; may be empty
 * @param account whether the address is that of an account
 * @param marketing whether they agreed to letters
 * @param orders how many were not cancelled
 * @param total what those came to, in the currency of the latest, in minor units
 */
public record KnownCustomer(
        UUID id,
        String email,
        String name,
        boolean account,
        boolean marketing,
        int orders,
        long total,
        @Nullable String currency,
        @Nullable Instant lastOrderAt) {}
