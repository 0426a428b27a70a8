package io.tillflow.storefront.customers;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened with a customer.
 *
 * @param words what somebody wrote; null where nobody wrote
 * @param detail a code: the state of an order or return, who spoke, the kind of a consent
 */
public record CustomerEvent(
        Instant at,
        Kind kind,
        @Nullable UUID orderId,
        @Nullable String number,
        String detail,
        @Nullable String words,
        @Nullable Long amount,
        @Nullable String currency) {
    /** What kind of thing. */
    public enum Kind {
        ORDER,
        STATE,
        RETURN,
        MESSAGE,
        REVIEW,
        NOTE,
        ACCOUNT,
        CONSENT,
        EARLIER_ORDER
    }
}
