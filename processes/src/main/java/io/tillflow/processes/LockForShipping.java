package io.tillflow.processes;

/** Input of {@link JobType#COMMERCE_LOCK_FOR_SHIPPING}; no output, or {@link ErrorCode#ORDER_CANCELLED}. */
public record LockForShipping(String orderId, String effectKey) {
    /** Refuses what no worker could use. */
    public LockForShipping {
        Given.text("orderId", orderId);
        Given.text("effectKey", effectKey);
    }
}
