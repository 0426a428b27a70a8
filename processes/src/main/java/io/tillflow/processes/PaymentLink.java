package io.tillflow.processes;

/** Output of {@link JobType#PAYMENTS_CREATE_LINK}. */
public record PaymentLink(String paymentId, String paymentUrl) {}
