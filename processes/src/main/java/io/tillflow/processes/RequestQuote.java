package io.tillflow.processes;

/** Input of {@link JobType#SUPPLIERS_REQUEST_QUOTE}; or {@link ErrorCode#ARTICLE_NOT_OFFERED}. */
public record RequestQuote(
        @Field(label = "Supplier", help = "For instance from a decision.", from = "=plan.supplier")
        String supplier,

        @Field(label = "Article", help = "Its SKU.", from = "=article.sku")
        String sku,

        @Field(label = "Quantity", from = "=plan.quantity") int quantity,

        @Field(
                label = "List price",
                help = "What a shopper pays for one, in minor units: many suppliers grant a discount on it.",
                from = "=article.price")
        long listPrice,

        @Field(label = "Currency", from = "=article.currency")
        String currency) {
    /** Refuses what no worker could use. */
    public RequestQuote {
        Given.text("supplier", supplier);
        Given.text("sku", sku);
        Given.count("quantity", quantity);
        Given.amount(listPrice);
        Given.text("currency", currency);
    }
}
