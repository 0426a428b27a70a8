package io.tillflow.processes;

/** What the shop shows a shopper about a return, in the order of a happy life. */
public enum ReturnState {
    REQUESTED,
    IN_REVIEW,
    ACCEPTED,
    RECEIVED,
    /** Something else is on its way instead. */
    EXCHANGED,
    REFUNDED,
    REFUSED
}
