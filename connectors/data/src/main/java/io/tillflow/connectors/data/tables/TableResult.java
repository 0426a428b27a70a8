package io.tillflow.connectors.data.tables;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What came of reading or writing a table. */
public sealed interface TableResult<T> {
    /** It is done. */
    record Done<T>(T what) implements TableResult<T> {}

    /** There is no such document. */
    record NotFound<T>(String reason) implements TableResult<T> {}

    /** The document is no table, or lacks a column that is asked for. */
    record Malformed<T>(String reason) implements TableResult<T> {}

    /**
     * Rows of a table.
     *
     * @param matched how many the filter lets through
     * @param total how many there are
     */
    record Read(List<Map<String, @Nullable Object>> rows, int matched, int total, String checksum) {}

    /** A table that is written down whole. */
    record Written(int rows, int bytes, String checksum) {}

    /** @param added whether the row is there by this; false when one with its key was there before */
    record Put(boolean added, int rows, String checksum) {}
}
