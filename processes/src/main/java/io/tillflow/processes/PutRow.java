package io.tillflow.processes;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Input of {@link OfferedJobType#FILES_PUT_ROW}: one row more, once for its key. */
public record PutRow(
        @Field(
                label = "Document",
                help = "Its path, ending with .csv or .json; made with the first row.",
                from = "reports/orders.csv")
        String path,

        @Field(
                label = "Row",
                help = "FEEL context of the row's cells. Nothing that names a person.",
                from = "={number: order.number, total: order.total}",
                lines = true)
        Map<String, @Nullable Object> row,

        @Field(
                label = "Key column",
                help = "Its value is one row's alone: by it a repeat is no second row.",
                from = "number")
        String key,

        @Field(
                label = "If it is there",
                help = "What becomes of a row with this key.",
                choices = {"keep", "replace"})
        @Nullable
        String ifThere) {
    private static final int MOST_CELLS = 100;

    /** Refuses what no worker could use. */
    public PutRow {
        Given.text("path", path);
        Given.filled("row", row);
        Given.text("key", key);
        if (row.size() > MOST_CELLS) {
            throw new IllegalArgumentException(
                    "expected a row of at most " + MOST_CELLS + " cells, but it has " + row.size());
        }
        if (ifThere != null && !ifThere.equals("keep") && !ifThere.equals("replace")) {
            throw new IllegalArgumentException(
                    "expected the variable ifThere to be keep or replace, but it is " + ifThere);
        }
    }

    public boolean replaces() {
        return "replace".equals(ifThere);
    }

    /** A row may be about anybody. */
    @Override
    public String toString() {
        return "PutRow[" + path + "]";
    }
}
