package io.tillflow.storefront.supply;

/** How a purchase stands, as far as a merchant cares; as the automation names it. */
public enum PurchaseState {
    /** Somebody or some table wants it; a price is asked for or a person thinks about it. */
    PLANNED,
    PLACED,
    /** The supplier sends so many. */
    CONFIRMED,
    /** The last supplier sends none: another one is looked for. */
    LOOKING,
    /** The goods are here. */
    RECEIVED,
    /** Nothing comes of it. */
    NOT_ORDERED,
    /** A merchant counts on it no longer; when a supplier sends something after all, that counts. */
    GIVEN_UP;

    /** Whether goods may still come of it. */
    boolean isOpen() {
        return this == PLANNED || this == PLACED || this == CONFIRMED || this == LOOKING;
    }

    /** What is told late, or again, turns nothing back. */
    boolean mayBecome(PurchaseState told) {
        return switch (this) {
            case PLANNED, GIVEN_UP -> true;
            case PLACED, CONFIRMED -> told != PLANNED && (this == told || told != PLACED);
            case LOOKING -> told != CONFIRMED;
            case RECEIVED, NOT_ORDERED -> false;
        };
    }
}
