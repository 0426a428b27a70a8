package io.tillflow.processes;

/** What the shop says when a shopper's bank wants money back. */
public enum DisputeAnswer {
    /** It is rightly ours. */
    CONTEST,
    /** It may go. */
    ACCEPT
}
