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
    NOT_ORDERED
}
