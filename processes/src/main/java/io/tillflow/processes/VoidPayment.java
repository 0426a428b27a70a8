package io.tillflow.processes;

import org.jspecify.annotations.Nullable;

/** Input of {@link JobType#PAYMENTS_VOID}: whatever its state, the payment takes no money afterwards; nothing to do without an id; no output. */
public record VoidPayment(String orderId, @Nullable String paymentId, String effectKey) {
    /** Refuses what no worker could use. */
    public VoidPayment {
        Given.text("orderId", orderId);
        Given.text("effectKey", effectKey);
    }
}
