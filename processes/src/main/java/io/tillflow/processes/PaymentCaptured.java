package io.tillflow.processes;

/** Output of {@link JobType#PAYMENTS_CAPTURE}. */
public record PaymentCaptured(@Field(label = "Receipt") String receipt) {}
