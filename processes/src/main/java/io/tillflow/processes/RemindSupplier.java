package io.tillflow.processes;

/** Input of {@link JobType#SUPPLIERS_REMIND}. */
public record RemindSupplier(
        @Field(label = "Purchase", from = "=purchase.id") String purchaseId,

        @Field(
                label = "Effect key",
                help =
                        "Names this effect once and for all: business id / step / attempt. A repeat with the same key changes nothing more.",
                from = "=request.id + \"/remind-supplier/1\"")
        String effectKey) {
    /** Refuses what no worker could use. */
    public RemindSupplier {
        Given.text("purchaseId", purchaseId);
        Given.text("effectKey", effectKey);
    }
}
