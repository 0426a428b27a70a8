package io.tillflow.processes;

import org.jspecify.annotations.Nullable;

/** Input of {@link JobType#PAYMENTS_REFUND}: gives back all that was captured, voids what was not. */
public record RefundPayment(String orderId, @Nullable String paymentId, String effectKey) {
    /** Refuses what no worker could use. */
    public RefundPayment {
        Given.text("orderId", orderId);
        Given.text("effectKey", effectKey);
    }
}
