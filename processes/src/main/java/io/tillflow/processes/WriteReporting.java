package io.tillflow.processes;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Input of {@link OfferedJobType#ANALYTICS_WRITE_ANSWER}: as many rows as a table takes; the process holds their path. */
public record WriteReporting(
        @Field(label = "SELECT", help = ReportingQuestion.SQL_HELP, from = ReportingQuestion.SQL_EXAMPLE, lines = true)
        String sql,

        @Field(
                label = "Values",
                help = ReportingQuestion.VALUES_HELP,
                from = ReportingQuestion.VALUES_EXAMPLE,
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
