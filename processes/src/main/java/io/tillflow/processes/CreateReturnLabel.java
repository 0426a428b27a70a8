package io.tillflow.processes;

/** Input of {@link JobType#SHIPPING_CREATE_RETURN_LABEL}: a label from the shopper to the shop. */
public record CreateReturnLabel(
        @Field(label = "Order", from = "=order.id") String orderId,
        @Field(label = "Return", from = "=request.id") String returnId,

        @Field(label = "Weight in grams", from = "=request.weightGrams")
        int weightGrams,

        @Field(
                label = "Effect key",
                help =
                        "Names this effect once and for all: business id / step / attempt. A repeat with the same key changes nothing more.",
                from = "=request.id + \"/create-return-label/1\"")
        String effectKey) {
    /** Refuses what no worker could use. */
    public CreateReturnLabel {
        Given.text("orderId", orderId);
        Given.text("returnId", returnId);
        Given.text("effectKey", effectKey);
    }
}
