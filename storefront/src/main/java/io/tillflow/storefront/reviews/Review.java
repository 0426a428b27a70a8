package io.tillflow.storefront.reviews;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * One buyer's word about one product.
 *
 * @param name what the buyer wants to be called
 * @param reason why it was refused; empty otherwise
 */
public record Review(
        UUID id,
        String product,
        UUID orderId,
        String name,
        int stars,
        String body,
        State state,
        String reason,
        Instant writtenAt) {
    public static final int MOST_STARS = 5;
    public static final int SHORTEST = 10;
    public static final int LONGEST = 2000;
    public static final int LONGEST_NAME = 60;
    /** Within a day, since each is read by somebody of the shop. */
    public static final int MOST_CHANGES = 3;

    static final Duration DAY = Duration.ofDays(1);

    /** Nobody but staff sees what is not SHOWN. */
    public enum State {
        WAITING,
        SHOWN,
        REFUSED
    }

    public Review {
        if (stars < 1 || stars > MOST_STARS) {
            throw new IllegalArgumentException("expected 1 to 5 stars, but got " + stars);
        }
    }

    boolean says(Review other) {
        return name.equals(other.name) && stars == other.stars && body.equals(other.body);
    }
}
