package io.tillflow.processes;

/** Input of {@link JobType#PAYMENTS_VERIFY}: asks the provider; an authorisation below the amount is not AUTHORISED. */
public record VerifyPayment(String orderId, String paymentId, long amount, String currency) {
    /** Refuses what no worker could use. */
    public VerifyPayment {
        Given.text("orderId", orderId);
        Given.text("paymentId", paymentId);
        Given.amount(amount);
        Given.text("currency", currency);
    }
}
