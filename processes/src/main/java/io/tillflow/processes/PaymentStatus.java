package io.tillflow.processes;

/** The provider's truth about a payment, as the models' gateways ask for it. */
public enum PaymentStatus {
    /** The shopper can still pay. */
    OPEN,
    AUTHORISED,
    DECLINED,
    /** The link or the authorisation ran out, or was voided. */
    EXPIRED,
    CAPTURED
}
