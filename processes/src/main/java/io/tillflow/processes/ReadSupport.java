package io.tillflow.processes;

/** Input of {@link JobType#COMMERCE_READ_SUPPORT}: what a shopper's question says beyond its topic. */
public record ReadSupport(
        @Field(label = "Question", from = "=request.id") String requestId) {
    /** Refuses what no worker could use. */
    public ReadSupport {
        Given.text("requestId", requestId);
    }
}
