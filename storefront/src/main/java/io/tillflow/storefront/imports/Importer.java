package io.tillflow.storefront.imports;

import java.util.List;
import org.apache.commons.csv.CSVRecord;

/** Takes over one kind of thing; each group of rows is one thing and one transaction. */
interface Importer {
    /** What became of one thing. */
    enum Outcome {
        CREATED,
        UPDATED,
        UNCHANGED
    }

    ImportKind kind();

    /** The column that says which rows belong to one thing. */
    String key(Sheet sheet);

    /**
     * Stores one thing, unless something is wrong with its rows.
     *
     * @param errors takes what is wrong; nothing is stored then
     */
    Outcome store(Sheet sheet, List<CSVRecord> rows, List<RowError> errors);

    /** Called once after the last thing of a run that stored something. */
    default void stored() {}
}
