package io.tillflow.processes;

/** How a purchase stands with its supplier. */
public enum PurchaseStatus {
    /** They have it and have not said whether they take it on. */
    PLACED,
    /** They send it, or so many of it. */
    CONFIRMED,
    /** Nothing comes of it. */
    REJECTED,
    /** It was handed over. */
    DELIVERED,
    /** We took it back. */
    CANCELLED
}
