package io.tillflow.storefront.imports;

import java.util.List;

/**
 * What became of a file.
 *
 * @param rows below the line of the column names
 * @param failed things with something wrong in their rows; none of their rows was taken over
 * @param errors the first thousand
 */
public record ImportReport(
        ImportKind kind,
        boolean dryRun,
        int rows,
        int created,
        int updated,
        int unchanged,
        int failed,
        List<RowError> errors) {
    public ImportReport {
        errors = List.copyOf(errors);
    }
}
