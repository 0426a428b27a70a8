package io.tillflow.processes;

/** Output of {@link JobType#PAYMENTS_CAPTURE}. */
public record PaymentCaptured(String receipt) {}
