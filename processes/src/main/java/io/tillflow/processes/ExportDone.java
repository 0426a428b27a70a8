package io.tillflow.processes;

/** Output of {@link OfferedJobType#ANALYTICS_EXPORT}. */
public record ExportDone(
        @Field(label = "Days written", help = "Those that are new or changed.")
        int written,

        @Field(label = "Rows", help = "In these days.") long rows,

        @Field(label = "Late rows", help = "Of days that were over.")
        int late,

        @Field(label = "Up to", help = "What was there up to this instant is exported.")
        String watermark) {}
