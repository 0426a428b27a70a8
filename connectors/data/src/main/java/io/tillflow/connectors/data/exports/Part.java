package io.tillflow.connectors.data.exports;

import java.time.Instant;
import java.time.LocalDate;

/**
 * One day of an export, as it was written last, or a piece of it.
 *
 * @param piece 1, and more where a day has very many rows
 * @param open whether the day was not over then
 * @param revision how often it was written; 1 at first
 * @param late how many rows came to it after it was over, in all
 */
public record Part(
        LocalDate day,
        int piece,
        String path,
        int schemaVersion,
        int rows,
        int bytes,
        String checksum,
        boolean open,
        int revision,
        int late,
        Instant writtenAt) {
    /** Whether the document would be the same. */
    boolean isSame(int version, String sum, boolean stillOpen) {
        return schemaVersion == version && checksum.equals(sum) && open == stillOpen;
    }
}
