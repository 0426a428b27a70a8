package io.tillflow.processes;

import org.jspecify.annotations.Nullable;

/** Output of {@link JobType#PAYMENTS_VERIFY}. */
public record PaymentTruth(
        @Field(label = "Status", help = "OPEN, AUTHORISED, DECLINED, EXPIRED or CAPTURED.")
        PaymentStatus status,

        @Field(label = "Reason of the decline") @Nullable String declineReason) {}
