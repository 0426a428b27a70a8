package io.tillflow.connectors.shipping;

/** What came of taking a parcel back before the carrier has it. */
public sealed interface CancelResult {
    /** Nothing is sent and nothing is to be paid. */
    record Cancelled() implements CancelResult {}

    /** The carrier has it, or has settled it, already. */
    record TooLate(String reason) implements CancelResult {}
}
