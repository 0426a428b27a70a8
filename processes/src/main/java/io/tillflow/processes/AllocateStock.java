package io.tillflow.processes;

/** Input of {@link JobType#COMMERCE_ALLOCATE_STOCK}; no output, or {@link ErrorCode#STOCK_SHORT}. */
public record AllocateStock(String orderId, String effectKey) {
    /** Refuses what no worker could use. */
    public AllocateStock {
        Given.text("orderId", orderId);
        Given.text("effectKey", effectKey);
    }
}
