package io.tillflow.storefront.byhand;

import org.jspecify.annotations.Nullable;

/**
 * How an act is wanted.
 *
 * @param carrier who takes the parcel; the cheapest when left out
 * @param reason why an order is called off
 * @param atOnce whether not to leave it to an automation that could do it
 */
record Wanted(
        @Nullable String carrier,
        @Nullable String service,
        @Nullable String reason,
        boolean atOnce) {
    static Wanted plainly(boolean atOnce) {
        return new Wanted(null, null, null, atOnce);
    }

    static Wanted because(String reason, boolean atOnce) {
        return new Wanted(null, null, reason, atOnce);
    }
}
