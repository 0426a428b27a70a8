package io.tillflow.storefront.support;

/** Where a shopper's question stands. */
public enum SupportState {
    REQUESTED,
    WITH_PERSON,
    ANSWERED,
    CLOSED;

    /** The shop owes an answer. */
    public boolean open() {
        return this == REQUESTED || this == WITH_PERSON;
    }

    /** A late word never wakes up what is over. */
    boolean mayBecome(SupportState next) {
        return open() && next.compareTo(this) > 0;
    }
}
