package io.tillflow.connectors.data.exports;

import io.tillflow.connectors.data.exports.ExportBook.Export;
import io.tillflow.connectors.data.files.FilePath;
import java.time.LocalDate;

/**
 * One document of a day.
 *
 * @param number 1 for the first; only a day with very many rows has more
 */
record Piece(LocalDate day, int number) {
    /** What comes after this one, and begins with a row of that day. */
    Piece before(LocalDate next) {
        return new Piece(next, next.equals(day) ? number + 1 : 1);
    }

    /** As data lakes like it: a folder a schema and a day. */
    FilePath path(Export export, int schemaVersion) {
        String name = export.dataset().id() + (number == 1 ? "" : "-" + number);
        return new FilePath("exports/" + export.dataset().id() + "/v" + schemaVersion + "/day=" + day + "/" + name + "."
                + export.format().id());
    }
}
