package io.tillflow.processes;

import java.util.Objects;

/** Input of {@link JobType#PAYMENTS_ANSWER_DISPUTE}: contests or accepts; the parcel's number is added where one arrived. */
public record AnswerDispute(
        @Field(label = "Order", from = "=order.id") String orderId,
        @Field(label = "Dispute", from = "=dispute.id") String disputeId,

        @Field(label = "Answer", help = "Accepting gives the money up for good.")
        DisputeAnswer answer,

        @Field(
                label = "Evidence",
                help = "Why the money is rightly the shop's, for the bank to read; at most 20000 characters.",
                from = "=proof.evidence",
                lines = true)
        String evidence,

        @Field(
                label = "Effect key",
                help =
                        "Names this effect once and for all: business id / step / attempt. A repeat with the same key changes nothing more.",
                from = "=dispute.id + \"/answer-dispute/1\"")
        String effectKey) {
    /** Refuses what no worker could use. */
    public AnswerDispute {
        Given.text("orderId", orderId);
        Given.text("disputeId", disputeId);
        Objects.requireNonNull(answer, "expected the variable answer, but it is missing");
        Given.text("evidence", evidence);
        Given.text("effectKey", effectKey);
    }
}
