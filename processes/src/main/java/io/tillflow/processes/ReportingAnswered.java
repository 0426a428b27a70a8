package io.tillflow.processes;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Output of {@link JobType#ANALYTICS_ASK}. */
public record ReportingAnswered(
        @Field(label = "Rows", help = "List of contexts, one a row.")
        List<Map<String, @Nullable Object>> rows,

        @Field(label = "More", help = "Whether there are rows beyond these.")
        boolean more) {}
