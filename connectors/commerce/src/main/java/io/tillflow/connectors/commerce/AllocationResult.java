package io.tillflow.connectors.commerce;

import java.util.List;

/** What came of putting an order's goods aside. */
public sealed interface AllocationResult {
    /** All goods are put aside. */
    record Allocated() implements AllocationResult {}

    /** The order now waits in line for a restock. */
    record StockShort(List<Missing> missing) implements AllocationResult {}

    /** The shopper cancelled; the cancellation is on its way to the process. */
    record OrderCancelled() implements AllocationResult {}

    /** So many of one article are missing. */
    record Missing(String sku, int quantity) {}
}
