package io.tillflow.processes;

/** Input of {@link JobType#PAYMENTS_LOOK_AT_DISPUTE}: what the bank says, and what the shop knows of the order. */
public record LookAtDispute(
        @Field(label = "Order", from = "=order.id") String orderId,
        @Field(label = "Dispute", from = "=dispute.id") String disputeId) {
    /** Refuses what no worker could use. */
    public LookAtDispute {
        Given.text("orderId", orderId);
        Given.text("disputeId", disputeId);
    }
}
