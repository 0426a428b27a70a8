package io.tillflow.processes;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Input of {@link OfferedJobType#FILES_WRITE_TABLE}: a table made of another; no row passes through variables. */
public record WriteTable(
        @Field(label = "From document", help = "Its path, ending with .csv or .json.", from = "reports/orders.csv")
        String source,

        @Field(
                label = "To document",
                help = "Replaced when it is there; .csv or .json.",
                from = "=\"reports/\" + businessKey + \".json\"")
        String target,

        @Field(label = "Columns", help = "FEEL list of names, in their order; empty for all.") @Nullable
        List<String> columns,

        @Field(
                label = "Filter",
                help =
                        "FEEL over the columns of a row, without a leading =, for instance total > 100 and country = \"DE\"; empty for all rows.",
                lines = true)
        @Nullable
        String filter) {
    /** Refuses what no worker could use. */
    public WriteTable {
        Given.text("source", source);
        Given.text("target", target);
    }
}
