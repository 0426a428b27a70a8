package io.tillflow.storefront.exports;

import io.tillflow.storefront.imports.ImportKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes everything of a kind as CSV, as it is at one moment. */
@Service
public class Exports {
    private final Map<ImportKind, Export> exports = new EnumMap<>(ImportKind.class);

    Exports(List<Export> all) {
        all.forEach(export -> exports.put(export.kind(), export));
    }

    /** Rows are read and written one by one, so that a large shop needs no more memory than a small one. */
    @Transactional(readOnly = true)
    public void write(ImportKind kind, Appendable out) {
        Export export = Objects.requireNonNull(exports.get(kind), () -> "an export of " + kind);
        try {
            CSVPrinter csv = new CSVPrinter(out, CSVFormat.RFC4180);
            csv.printRecord(export.columns());
            export.rows(row -> print(csv, row));
            csv.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void print(CSVPrinter csv, List<String> row) {
        try {
            csv.printRecord(row.stream().map(Exports::harmless).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A table program must not take what somebody typed for a formula; the import takes the mark off again. */
    private static String harmless(String cell) {
        return cell.matches("(?s)[=+@\\t-].*") && !cell.matches("-?\\d+(\\.\\d+)?") ? "'" + cell : cell;
    }
}
