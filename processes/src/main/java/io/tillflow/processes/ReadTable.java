package io.tillflow.processes;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Input of {@link OfferedJobType#FILES_READ_TABLE}: the document stays where it is, and few of its cells become variables. */
public record ReadTable(
        @Field(label = "Document", help = "Its path, ending with .csv or .json.", from = "reports/orders.csv")
        String path,

        @Field(label = "Columns", help = "FEEL list of names; empty for all. None that names a person.") @Nullable
        List<String> columns,

        @Field(
                label = "Filter",
                help =
                        "FEEL over the columns of a row, without a leading =, for instance total > 100 and country = \"DE\"; empty for all rows.",
                lines = true)
        @Nullable
        String filter,

        @Field(label = "Rows at most", help = "1 to 100; 20 when empty. All that match are counted.") @Nullable
        Integer most) {
    private static final int MOST = 100;

    /** Refuses what no worker could use. */
    public ReadTable {
        Given.text("path", path);
        if (most != null && (most < 1 || most > MOST)) {
            throw new IllegalArgumentException("expected the variable most to be 1 to " + MOST + ", but it is " + most);
        }
    }
}
