package io.tillflow.processes;

/** How a purchase stands, as far as a merchant cares. */
public enum PurchaseState {
    /** A price is asked for, or a person thinks about it; the shop grants it once for what is low. */
    PLANNED,
    PLACED,
    /** The supplier sends so many. */
    CONFIRMED,
    /** The last supplier sends none: another one is looked for. */
    LOOKING,
    /** Nothing comes of it. */
    NOT_ORDERED
}
