package io.tillflow.connectors.data.exports;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What a run did so far. */
final class Tally {
    @Nullable
    LocalDate from;

    /** Whether days are written although the book has them: the store may have lost them. */
    boolean anew;

    int schemaVersion;
    int days;
    int written;
    long rows;
    long bytes;
    int late;
}
