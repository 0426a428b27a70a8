package io.tillflow.processes;

/** Input of {@link JobType#COMMERCE_LOCK_FOR_SHIPPING}; no output, or {@link ErrorCode#ORDER_CANCELLED}. */
public record LockForShipping(
        @Field(label = "Order", from = "=order.id") String orderId,

        @Field(
                label = "Effect key",
                help =
                        "Names this effect once and for all: business id / step / attempt. A repeat with the same key changes nothing more.",
                from = "=order.id + \"/lock-for-shipping/1\"")
        String effectKey) {
    /** Refuses what no worker could use. */
    public LockForShipping {
        Given.text("orderId", orderId);
        Given.text("effectKey", effectKey);
    }
}
