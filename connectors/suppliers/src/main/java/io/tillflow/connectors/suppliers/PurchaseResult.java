package io.tillflow.connectors.suppliers;

/** What came of placing a purchase. */
public sealed interface PurchaseResult {
    /** The supplier has it; whether they take it on they say later. */
    record Placed(Purchase purchase) implements PurchaseResult {}

    /** The supplier does not take it. */
    record Declined(String reason) implements PurchaseResult {}
}
