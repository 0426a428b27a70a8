package io.tillflow.processes;

/** Output of {@link JobType#PAYMENTS_ANSWER_DISPUTE}. */
public record DisputeAnswered(
        @Field(label = "Status", help = "ANSWERED while the bank decides, LOST when accepted.")
        DisputeStatus status) {}
