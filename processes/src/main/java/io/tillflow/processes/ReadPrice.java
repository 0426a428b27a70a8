package io.tillflow.processes;

/** Input of {@link JobType#COMMERCE_READ_PRICE}. */
public record ReadPrice(
        @Field(label = "Article", help = "Its SKU in our own shop.", from = "=article.sku")
        String sku) {
    /** Refuses what no worker could use. */
    public ReadPrice {
        Given.text("sku", sku);
    }
}
