package io.tillflow.storefront.byhand;

import org.jspecify.annotations.Nullable;

/**
 * How an act is wanted.
 *
 * @param carrier who takes the parcel; the cheapest when left out
 * @param reason why an order is called off; of a change a digest of what shall be different, so that its id asks for that alone
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
