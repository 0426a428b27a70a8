package io.tillflow.storefront.accounts;

import java.time.Instant;
import java.util.UUID;

/**
 * Somebody who can sign in.
 *
 * @param email proven by a letter that was answered
 * @param name may be empty
 * @param secondFactor whether signing in also takes a code
 */
public record Account(
        UUID id,
        String email,
        String name,
        boolean personalisation,
        boolean marketing,
        boolean secondFactor,
        Instant createdAt) {
    @Override
    public String toString() {
        return "Account[" + id + "]";
    }
}
