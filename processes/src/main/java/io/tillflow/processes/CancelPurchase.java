package io.tillflow.processes;

/** Input of {@link JobType#SUPPLIERS_CANCEL_ORDER}; or {@link ErrorCode#PURCHASE_UNDERWAY}. */
public record CancelPurchase(
        @Field(label = "Purchase", from = "=purchase.id") String purchaseId,

        @Field(
                label = "Effect key",
                help =
                        "Names this effect once and for all: business id / step / attempt. A repeat with the same key changes nothing more.",
                from = "=request.id + \"/cancel-purchase/1\"")
        String effectKey) {
    /** Refuses what no worker could use. */
    public CancelPurchase {
        Given.text("purchaseId", purchaseId);
        Given.text("effectKey", effectKey);
    }
}
