package io.tillflow.processes;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Input of {@link OfferedJobType#ANALYTICS_ASK}: few rows, which become variables. */
public record AskReporting(
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

        @Field(label = "Rows at most", help = "1 to 100; 20 when empty.") @Nullable
        Integer most) {
    private static final int MOST = 100;

    /** Refuses what no worker could use. */
    public AskReporting {
        Given.text("sql", sql);
        if (most != null && (most < 1 || most > MOST)) {
            throw new IllegalArgumentException("expected the variable most to be 1 to " + MOST + ", but it is " + most);
        }
    }
}
