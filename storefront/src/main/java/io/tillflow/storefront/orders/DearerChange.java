package io.tillflow.storefront.orders;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A change that makes an order dearer. It waits until one new payment for all of the order holds; until then the order stays as
 * it is, and what would come in is reserved for it.
 *
 * @param quantities how many of a SKU are in the order then; what is not named stays
 * @param come what is put in, at the prices that were agreed
 * @param total what the order costs then
 * @param declined whether a bank said no to a card for it, after which another one may be tried
 * @param formerPaymentId the payment that its own took the place of, once it is applied
 * @see "docs/adr/0036"
 */
public record DearerChange(
        UUID id,
        UUID orderId,
        String author,
        Map<String, Integer> quantities,
        List<OrderLine> come,
        long total,
        State state,
        @Nullable End reason,
        boolean declined,
        @Nullable String paymentId,
        @Nullable String paymentUrl,
        @Nullable String formerPaymentId,
        Instant askedAt,
        Instant expiresAt) {
    public DearerChange {
        quantities = Map.copyOf(quantities);
        come = List.copyOf(come);
    }

    /** How far it came. */
    public enum State {
        PENDING,
        APPLIED,
        /** It is off; its things and its payment are not free yet. */
        ENDING,
        ENDED
    }

    /** Why it is off. */
    public enum End {
        UNPAID,
        DECLINED,
        /** The parcel was sealed before. */
        SHIPPED,
        /** The order costs something else by now, or its money was taken already. */
        OUTDATED,
        SOLD_OUT,
        /** Called off by staff. */
        DROPPED,
        /** Its shopper wants the order as it is. */
        KEPT,
        CANCELLED;

        /** Whether its shopper knows without a letter: by what they did, or from another letter. */
        public boolean known() {
            return this == KEPT || this == CANCELLED;
        }
    }

    public boolean pending() {
        return state == State.PENDING;
    }

    /** There is a page to pay it on. */
    public boolean payable() {
        return pending() && paymentUrl != null;
    }

    public boolean overdue(Instant now) {
        return !expiresAt.isAfter(now);
    }
}
