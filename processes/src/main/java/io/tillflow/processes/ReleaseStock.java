package io.tillflow.processes;

/** Input of {@link JobType#COMMERCE_RELEASE_STOCK}: gives back reservation, allocation and place in line; no output. */
public record ReleaseStock(
        @Field(label = "Order", from = "=order.id") String orderId,

        @Field(
                label = "Effect key",
                help =
                        "Names this effect once and for all: business id / step / attempt. A repeat with the same key changes nothing more.",
                from = "=order.id + \"/release-stock/1\"")
        String effectKey) {
    /** Refuses what no worker could use. */
    public ReleaseStock {
        Given.text("orderId", orderId);
        Given.text("effectKey", effectKey);
    }
}
