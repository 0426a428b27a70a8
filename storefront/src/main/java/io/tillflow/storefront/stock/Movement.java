package io.tillflow.storefront.stock;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One line of the ledger. */
public record Movement(
        long id,
        Kind kind,
        String sku,
        int quantity,
        @Nullable UUID orderId,
        @Nullable UUID checkoutId,
        @Nullable String reason,
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
        RETURNED(1, 0, 0, 0);

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
    }
}
