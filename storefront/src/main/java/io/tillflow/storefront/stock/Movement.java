package io.tillflow.storefront.stock;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One line of the ledger.
 *
 * @param location where it happened; null where a promise is made or taken back, for that concerns all locations together
 */
public record Movement(
        long id,
        Kind kind,
        String sku,
        int quantity,
        @Nullable UUID orderId,
        @Nullable UUID checkoutId,
        @Nullable String reason,
        @Nullable String location,
        Instant at) {

    /** What happened, and what one unit of it does to the four counts. */
    public enum Kind {
        RECEIVED(1, 0, 0, 0),
        /** A count found more or, with a negative quantity, fewer than the books say. */
        COUNTED(1, 0, 0, 0),
        HELD(0, 1, 0, 0),
        HOLD_RELEASED(0, -1, 0, 0),
        HOLD_RESERVED(0, -1, 1, 0),
        RESERVED(0, 0, 1, 0),
        RESERVATION_RELEASED(0, 0, -1, 0),
        ALLOCATED(0, 0, -1, 1),
        ALLOCATION_RELEASED(0, 0, 0, -1),
        SHIPPED(-1, 0, 0, -1),
        /** Sent back by a shopper, as new. */
        RETURNED(1, 0, 0, 0),
        /** On its way to another location, and in no stock until it arrives. */
        TRANSFER_SENT(-1, 0, 0, 0),
        TRANSFER_ARRIVED(1, 0, 0, 0);

        final int onHand;
        final int held;
        final int reserved;
        final int allocated;

        Kind(int onHand, int held, int reserved, int allocated) {
            this.onHand = onHand;
            this.held = held;
            this.reserved = reserved;
            this.allocated = allocated;
        }

        /** Whether it happens at a location. */
        boolean somewhere() {
            return onHand != 0 || allocated != 0;
        }
    }
}
