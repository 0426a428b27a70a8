package io.tillflow.connectors.payments;

import io.tillflow.connectors.provider.Money;

/** What came of giving captured money back. */
public sealed interface RefundResult {
    /** So much went back; 0, with no id, where all of it had gone back before. */
    record Refunded(String refundId, Money amount) implements RefundResult {}

    /** There is nothing to give back. */
    record NothingCaptured(PaymentStatus status) implements RefundResult {}
}
