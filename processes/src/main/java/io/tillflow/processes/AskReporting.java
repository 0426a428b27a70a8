package io.tillflow.processes;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Input of {@link JobType#ANALYTICS_ASK}: few rows, which become variables. */
public record AskReporting(
        @Field(label = "SELECT", help = ReportingQuestion.SQL_HELP, from = ReportingQuestion.SQL_EXAMPLE, lines = true)
        String sql,

        @Field(
                label = "Values",
                help = ReportingQuestion.VALUES_HELP,
                from = ReportingQuestion.VALUES_EXAMPLE,
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
