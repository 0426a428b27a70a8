package io.tillflow.processes;

/** Input of {@link JobType#COMMERCE_ALLOCATE_STOCK}; no output, or {@link ErrorCode#STOCK_SHORT}. */
public record AllocateStock(
        @Field(label = "Order", from = "=order.id") String orderId,

        @Field(
                label = "Effect key",
                help =
                        "Names this effect once and for all: business id / step / attempt. A repeat with the same key changes nothing more.",
                from = "=order.id + \"/allocate-stock/1\"")
        String effectKey) {
    /** Refuses what no worker could use. */
    public AllocateStock {
        Given.text("orderId", orderId);
        Given.text("effectKey", effectKey);
    }
}
