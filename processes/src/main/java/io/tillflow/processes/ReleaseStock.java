package io.tillflow.processes;

/** Input of {@link JobType#COMMERCE_RELEASE_STOCK}: gives back reservation, allocation and place in line; no output. */
public record ReleaseStock(String orderId, String effectKey) {
    /** Refuses what no worker could use. */
    public ReleaseStock {
        Given.text("orderId", orderId);
        Given.text("effectKey", effectKey);
    }
}
