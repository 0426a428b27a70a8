package io.tillflow.processes;

/** Input of {@link JobType#SUPPLIERS_PLACE_ORDER}; or {@link ErrorCode#PURCHASE_DECLINED}. */
public record PlacePurchase(
        @Field(
                label = "Reference",
                help = "What the supplier's news will be about; wait for them with the trigger Supplier answered.",
                from = "=request.id")
        String reference,

        @Field(label = "Supplier", from = "=plan.supplier") String supplier,

        @Field(label = "Article", help = "Its SKU.", from = "=article.sku")
        String sku,

        @Field(label = "Quantity", from = "=quote.quantity") int quantity,

        @Field(label = "Price of one", help = "As it was quoted, in minor units.", from = "=quote.unitPrice")
        long unitPrice,

        @Field(label = "Currency", from = "=article.currency")
        String currency,

        @Field(
                label = "Effect key",
                help =
                        "Names this effect once and for all: business id / step / attempt. A repeat with the same key changes nothing more.",
                from = "=request.id + \"/place-order/1\"")
        String effectKey) {
    /** Refuses what no worker could use. */
    public PlacePurchase {
        Given.text("reference", reference);
        Given.text("supplier", supplier);
        Given.text("sku", sku);
        Given.count("quantity", quantity);
        Given.amount(unitPrice);
        Given.text("currency", currency);
        Given.text("effectKey", effectKey);
    }
}
