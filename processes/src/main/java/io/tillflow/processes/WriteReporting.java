package io.tillflow.processes;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Input of {@link OfferedJobType#ANALYTICS_WRITE_ANSWER}: as many rows as a table takes; the process holds their path. */
public record WriteReporting(
        @Field(
                label = "SELECT",
                help =
                        "One SELECT on the shop's reporting views, for instance reporting_purchase, reporting_sale, reporting_demand. Values come in by :name, never by joining texts.",
                from =
                        "select sku, sum(units) as units from reporting_sale where placed_at >= :since group by sku order by units desc",
                lines = true)
        String sql,

        @Field(
                label = "Values",
                help =
                        "FEEL context: a value for each :name. Texts become instants and days where the SELECT needs them.",
                from = "={since: \"2026-03-01T00:00:00Z\"}",
                lines = true)
        @Nullable
        Map<String, @Nullable Object> values,

        @Field(label = "Document", help = "Its path, ending with .csv or .json.", from = "reports/sold.csv")
        String target) {
    /** Refuses what no worker could use. */
    public WriteReporting {
        Given.text("sql", sql);
        Given.text("target", target);
    }
}
