package io.tillflow.connectors.commerce;

/** Whether the shopper can still cancel. */
public sealed interface ShippingLock {
    /** From now on the order cannot be cancelled. */
    record Locked() implements ShippingLock {}

    /** The shopper was faster. */
    record OrderCancelled() implements ShippingLock {}
}
