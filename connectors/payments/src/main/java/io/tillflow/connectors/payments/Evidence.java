package io.tillflow.connectors.payments;

import org.jspecify.annotations.Nullable;

/**
 * What the shop says in a dispute.
 *
 * @param text in the shop's words
 * @param carrier who brought the parcel, where one did
 * @param trackingNumber of the parcel that arrived, where one did
 */
public record Evidence(
        String text, @Nullable String carrier, @Nullable String trackingNumber) {
    private static final int LONGEST = 20_000;

    public Evidence {
        if (text.isBlank() || text.length() > LONGEST) {
            throw new IllegalArgumentException("evidence must have 1 to " + LONGEST + " characters");
        }
    }
}
