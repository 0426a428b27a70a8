package io.tillflow.storefront.byhand;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something staff asked for.
 *
 * @param author who asked; empty when nobody said
 * @param outcome what was done or why not, in a few words
 */
public record StaffAct(
        UUID id,
        UUID orderId,
        @Nullable UUID returnId,
        Kind kind,
        String author,
        Instant askedAt,
        Way way,
        String outcome,
        @Nullable Instant endedAt) {

    /** What is to be done. */
    public enum Kind {
        SHIP,
        CAPTURE,
        CANCEL,
        REFUND,
        /** A return is here. */
        RECEIVE,
        /** What came back is for sale again. */
        RESTOCK,
        /** What is wanted instead of a return is sent. */
        EXCHANGE,
        /** Goes elsewhere, or has something else in it. */
        CHANGE,
        /** A change that makes it dearer is to be paid first. */
        PAY_MORE,
        /** Such a change is off. */
        CHANGE_OFF
    }

    /** Who does it. */
    public enum Way {
        /** Nobody yet: the connectors were away. */
        WAITING,
        /** The order's automation has the message. */
        AUTOMATION,
        /** It is done. */
        HAND,
        /** It cannot be. */
        REFUSED
    }

    boolean is(UUID order, Kind what) {
        return orderId.equals(order) && kind == what;
    }
}
