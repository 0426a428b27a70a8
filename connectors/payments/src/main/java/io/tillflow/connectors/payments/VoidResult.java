package io.tillflow.connectors.payments;

/** What came of giving authorised money free. */
public sealed interface VoidResult {
    /** Nobody can take money with this payment any more. */
    record Voided() implements VoidResult {}

    /** Nothing was held: declined or expired before. */
    record NothingHeld(PaymentStatus status) implements VoidResult {}

    /** The money was taken already; only a refund gives it back. */
    record AlreadyCaptured() implements VoidResult {}
}
