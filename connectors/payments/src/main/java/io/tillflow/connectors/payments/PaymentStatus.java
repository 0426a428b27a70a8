package io.tillflow.connectors.payments;

/** Where a payment stands. */
public enum PaymentStatus {
    OPEN,
    AUTHORISED,
    DECLINED,
    EXPIRED,
    CAPTURED,
    VOIDED
}
