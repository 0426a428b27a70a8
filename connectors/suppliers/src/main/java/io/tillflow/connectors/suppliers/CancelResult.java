package io.tillflow.connectors.suppliers;

/** What came of taking a purchase back. */
public sealed interface CancelResult {
    /** Nothing is sent and nothing is to be paid. */
    record Cancelled() implements CancelResult {}

    /** The goods are here or on their way. */
    record TooLate(String reason) implements CancelResult {}
}
