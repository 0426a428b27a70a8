package io.tillflow.storefront.returns;

/** Where a return stands, in the order of a happy life. */
public enum ReturnState {
    REQUESTED,
    IN_REVIEW,
    ACCEPTED,
    RECEIVED,
    /** Something else is on its way instead. */
    EXCHANGED,
    REFUNDED,
    REFUSED;

    public boolean finished() {
        return this == EXCHANGED || this == REFUNDED || this == REFUSED;
    }

    /** A late word never moves a return back. */
    boolean mayBecome(ReturnState next) {
        return !finished() && next.compareTo(this) >= 0;
    }
}
