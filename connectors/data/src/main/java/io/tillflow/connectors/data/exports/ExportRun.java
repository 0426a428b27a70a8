package io.tillflow.connectors.data.exports;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One go at an export.
 *
 * @param fromDay the first day it looked at; null when there was none
 * @param state RUNNING, DONE or FAILED
 * @param days how many days it looked at
 * @param written how many of them it wrote, since they are new or changed, or written again from a day
 * @param rows in what it wrote
 * @param late rows that came to days that were over
 * @param watermark what was there up to this instant was looked at from {@code fromDay} on; null while it was not
 * @param notice what somebody should know although it did not fail, as that the store lost documents
 */
public record ExportRun(
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
