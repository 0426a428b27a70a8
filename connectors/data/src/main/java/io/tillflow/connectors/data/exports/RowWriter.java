package io.tillflow.connectors.data.exports;

import org.jspecify.annotations.Nullable;

/** Writes rows of one day; the same rows are always the same bytes. */
public interface RowWriter {
    /** @param values one a column, in their order */
    void add(@Nullable Object[] values);

    /** How much there is of it so far, in bytes, nearly. */
    long size();

    byte[] end();
}
