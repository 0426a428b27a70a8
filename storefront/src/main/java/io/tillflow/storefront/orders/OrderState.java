package io.tillflow.storefront.orders;

import java.util.EnumSet;
import java.util.Set;

/** Where an order is, as its page tells it. */
public enum OrderState {
    PLACED,
    IN_REVIEW,
    AWAITING_PAYMENT,
    PAID,
    AWAITING_STOCK,
    PREPARING,
    SHIPPED,
    DELIVERED,
    COMPLETED,
    CANCELLED;

    private static final Set<OrderState> AWAY = EnumSet.of(SHIPPED, DELIVERED, COMPLETED);

    public boolean finished() {
        return this == COMPLETED || this == CANCELLED;
    }

    /** The parcel has left. */
    public boolean away() {
        return AWAY.contains(this);
    }

    /** A late or repeated write must not bring a parcel back or wake up a finished order. */
    public boolean mayBecome(OrderState next) {
        if (finished() || this == next) {
            return false;
        }
        return !away() || next == CANCELLED || next.compareTo(this) > 0;
    }
}
