package io.tillflow.processes;

/** What the shop shows a shopper about a return, in the order of a happy life. */
public enum ReturnState {
    REQUESTED,
    IN_REVIEW,
    ACCEPTED,
    RECEIVED,
    REFUNDED,
    REFUSED
}
