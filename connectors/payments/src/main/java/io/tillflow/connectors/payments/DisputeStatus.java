package io.tillflow.connectors.payments;

/** Where a dispute stands. */
public enum DisputeStatus {
    /** The bank waits for the shop's answer. */
    OPEN,
    /** The shop contests it, and the bank has not decided yet. */
    ANSWERED,
    /** The money stays with the shop. */
    WON,
    /** The money is gone. */
    LOST
}
