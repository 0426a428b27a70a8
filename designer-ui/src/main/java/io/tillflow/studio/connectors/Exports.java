package io.tillflow.studio.connectors;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was exported of the shop's figures, the newest run first. */
public record Exports(List<String> datasets, List<String> formats, List<Run> items) {
    /**
     * One go at an export.
     *
     * @param watermark what was there up to this instant was looked at from {@code fromDay} on; null while it was not
     * @param notice what somebody should know although it did not fail, as that the store lost documents
     */
    public record Run(
            String id,
            String dataset,
            String format,
            String askedBy,
            @Nullable LocalDate fromDay,
            String state,
            int days,
            int written,
            long rows,
            long bytes,
            int late,
            int schemaVersion,
            @Nullable Instant watermark,
            Instant beganAt,
            @Nullable Instant endedAt,
            @Nullable String problem,
            @Nullable String notice) {}

    /** A day of an export: one document. */
    public record Day(
            LocalDate day,
            String path,
            int schemaVersion,
            int rows,
            int bytes,
            String checksum,
            boolean open,
            int revision,
            int late,
            Instant writtenAt) {}

    /** The newest first. */
    public record Days(List<Day> items) {}

    /** A run that was begun. */
    public record Begun(String id) {}
}
