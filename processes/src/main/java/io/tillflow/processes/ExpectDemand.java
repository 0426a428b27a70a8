package io.tillflow.processes;

/** Input of {@link JobType#INTELLIGENCE_EXPECT_DEMAND}. */
public record ExpectDemand(
        @Field(label = "Article", help = "Its SKU.", from = "=article.sku")
        String sku,

        @Field(
                label = "Days",
                help = "How many days ahead, at most 91: the lead time, and until it is looked at again.",
                from = "=21")
        int days) {
    /** Refuses what no worker could use. */
    public ExpectDemand {
        Given.text("sku", sku);
        Given.count("days", days);
    }
}
