package io.tillflow.processes;

import org.jspecify.annotations.Nullable;

/** Input of {@link JobType#ANALYTICS_EXPORT}: brings an export up to date, a document a day. */
public record RunExport(
        @Field(
                label = "What",
                choices = {"purchases", "sales", "demand"})
        String dataset,

        @Field(
                label = "Format",
                choices = {"parquet", "csv"})
        String format,

        @Field(
                label = "From day",
                help = "Looks at everything from this day (2026-03-02) on; empty for what is new, and the week before.")
        @Nullable
        String from,

        @Field(
                label = "Effect key",
                help = "Names this run: business id / step / attempt. A repeat with the same key goes on with it.",
                from = "=schedule.id + \"-\" + schedule.due + \"/run-export/1\"")
        String effectKey) {
    /** Refuses what no worker could use. */
    public RunExport {
        Given.text("dataset", dataset);
        Given.text("format", format);
        Given.text("effectKey", effectKey);
    }
}
