package io.tillflow.processes;

import org.jspecify.annotations.Nullable;

/** Output of {@link JobType#PAYMENTS_VERIFY}. */
public record PaymentTruth(PaymentStatus status, @Nullable String declineReason) {}
