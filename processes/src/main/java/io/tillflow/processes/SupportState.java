package io.tillflow.processes;

/** What the shop shows a shopper about a question, in the order of a happy life. */
public enum SupportState {
    REQUESTED,
    WITH_PERSON,
    ANSWERED,
    CLOSED
}
