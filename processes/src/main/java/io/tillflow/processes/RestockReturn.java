package io.tillflow.processes;

/** Input of {@link JobType#COMMERCE_RESTOCK_RETURN}: what came back is for sale again; no output. */
public record RestockReturn(
        @Field(label = "Order", from = "=order.id") String orderId,
        @Field(label = "Return", from = "=request.id") String returnId,

        @Field(
                label = "Effect key",
                help =
                        "Names this effect once and for all: business id / step / attempt. A repeat with the same key changes nothing more.",
                from = "=request.id + \"/restock-return/1\"")
        String effectKey) {
    /** Refuses what no worker could use. */
    public RestockReturn {
        Given.text("orderId", orderId);
        Given.text("returnId", returnId);
        Given.text("effectKey", effectKey);
    }
}
