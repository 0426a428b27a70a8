package io.tillflow.processes;

import org.jspecify.annotations.Nullable;

/** Input of {@link OfferedJobType#COMMERCE_ADJUST_STOCK}: so many more, or fewer, of an article can be sold; no output. */
public record AdjustStock(
        @Field(
                label = "Shop",
                help = "Which connected shop.",
                choices = {"shopify"})
        String shop,

        @Field(label = "Article", help = "Its SKU.", from = "=article.sku")
        String sku,

        @Field(label = "Location", help = "Its name in the shop; may be empty where the article lies at one only.")
        @Nullable
        String location,

        @Field(label = "Change", help = "How many more; with a minus how many fewer.", from = "=1")
        int change,

        @Field(
                label = "Reason",
                help = "What the shop's history of its stock says.",
                choices = {"correction", "received", "restock", "damaged", "shrinkage", "other"})
        String reason,

        @Field(
                label = "Effect key",
                help =
                        "Names this effect once and for all: business id / step / attempt. A repeat with the same key within a day changes nothing more.",
                from = "=request.id + \"/adjust-stock/1\"")
        String effectKey) {
    /** Refuses what no worker could use. */
    public AdjustStock {
        Given.text("shop", shop);
        Given.text("sku", sku);
        Given.text("reason", reason);
        Given.text("effectKey", effectKey);
        if (change == 0) {
            throw new IllegalArgumentException("expected the variable change to be more or less than 0, but it is 0");
        }
    }
}
