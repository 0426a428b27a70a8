package io.tillflow.processes;

import org.jspecify.annotations.Nullable;

/** Input of {@link OfferedJobType#COMMERCE_READ_STOCK}. */
public record ReadStock(
        @Field(
                label = "Shop",
                help = "Which connected shop.",
                choices = {"shopify"})
        String shop,

        @Field(label = "Article", help = "Its SKU.", from = "=article.sku")
        String sku,

        @Field(label = "Location", help = "Its name in the shop; empty for all together.") @Nullable
        String location) {
    /** Refuses what no worker could use. */
    public ReadStock {
        Given.text("shop", shop);
        Given.text("sku", sku);
    }
}
