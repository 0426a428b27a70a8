package io.tillflow.processes;

/** Output of {@link JobType#PAYMENTS_REFUND}: minor units that went back. */
public record PaymentRefunded(
        @Field(label = "Refunded", help = "Minor units that went back.")
        long refunded) {}
