package io.tillflow.processes;

/** Output of {@link JobType#ANALYTICS_EXPORT}. */
public record ExportDone(
        @Field(label = "Days written", help = "Those that are new or changed; with a day to begin from, all since.")
        int written,

        @Field(label = "Rows", help = "In these days.") long rows,

        @Field(label = "Late rows", help = "Of days that were over.")
        int late,

        @Field(label = "Up to", help = "Looked at up to this instant; older days that changed need a run from a day.")
        String watermark) {}
