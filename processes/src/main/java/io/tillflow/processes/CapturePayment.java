package io.tillflow.processes;

/** Input of {@link JobType#PAYMENTS_CAPTURE}; or {@link ErrorCode#CAPTURE_FAILED}, {@link ErrorCode#AUTHORISATION_EXPIRED}. */
public record CapturePayment(String orderId, String paymentId, long amount, String currency, String effectKey) {}
