package io.tillflow.processes;

/** Input of {@link JobType#COMMERCE_LOCK_EXCHANGE}; no output, or {@link ErrorCode#EXCHANGE_OFF}. */
public record LockExchange(
        @Field(label = "Order", from = "=order.id") String orderId,
        @Field(label = "Return", from = "=request.id") String returnId,

        @Field(
                label = "Effect key",
                help =
                        "Names this effect once and for all: business id / step / attempt. A repeat with the same key changes nothing more.",
                from = "=request.id + \"/lock-exchange/1\"")
        String effectKey) {
    /** Refuses what no worker could use. */
    public LockExchange {
        Given.text("orderId", orderId);
        Given.text("returnId", returnId);
        Given.text("effectKey", effectKey);
    }
}
