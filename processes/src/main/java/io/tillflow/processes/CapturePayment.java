package io.tillflow.processes;

/** Input of {@link JobType#PAYMENTS_CAPTURE}; or {@link ErrorCode#CAPTURE_FAILED}, {@link ErrorCode#AUTHORISATION_EXPIRED}. */
public record CapturePayment(String orderId, String paymentId, long amount, String currency, String effectKey) {
    /** Refuses what no worker could use. */
    public CapturePayment {
        Given.text("orderId", orderId);
        Given.text("paymentId", paymentId);
        Given.amount(amount);
        Given.text("currency", currency);
        Given.text("effectKey", effectKey);
    }
}
