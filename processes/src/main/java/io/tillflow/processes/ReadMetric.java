package io.tillflow.processes;

/** Input of {@link OfferedJobType#ANALYTICS_METRIC}. */
public record ReadMetric(
        @Field(
                label = "Metric",
                help =
                        "How often an event happened, by its name; or of the shop itself: shop.orders, shop.revenue (minor units of its most usual currency), shop.units.",
                from = "shop.orders")
        String metric,

        @Field(label = "From", help = "An instant like 2026-03-02T00:00:00Z.", from = "2026-03-02T00:00:00Z")
        String from,

        @Field(label = "To", help = "The instant after the last one that counts.", from = "2026-03-09T00:00:00Z")
        String to) {
    /** Refuses what no worker could use. */
    public ReadMetric {
        Given.text("metric", metric);
        Given.text("from", from);
        Given.text("to", to);
    }
}
