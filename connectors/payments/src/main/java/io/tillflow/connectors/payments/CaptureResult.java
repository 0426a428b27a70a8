package io.tillflow.connectors.payments;

/** What came of asking for authorised money. */
public sealed interface CaptureResult {
    /** The money is ours; the charge's id is the receipt. */
    record Captured(String chargeId) implements CaptureResult {}

    /** The bank does not pay out what it had authorised. */
    record Refused(DeclineReason reason) implements CaptureResult {}

    /** There is nothing to capture: never authorised, expired or voided. */
    record NotAuthorised(PaymentStatus status) implements CaptureResult {}
}
