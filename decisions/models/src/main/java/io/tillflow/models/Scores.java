package io.tillflow.models;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** A table of predictions; numbers are rounded to six digits behind the point. */
public final class Scores {
    private final List<String> columns;
    private final List<List<Object>> rows = new ArrayList<>();

    public Scores(String... columns) {
        this.columns = List.of(columns);
    }

    /** One row, as many values as there are columns; an empty text says "not known". */
    public void add(Object... values) {
        if (values.length != columns.size()) {
            throw new IllegalArgumentException("expected " + columns.size() + " values, but got " + values.length);
        }
        rows.add(List.of(values));
    }

    public List<String> columns() {
        return columns;
    }

    public List<List<Object>> rows() {
        return List.copyOf(rows);
    }

    /** One column's values. */
    public List<Object> column(String name) {
        int at = columns.indexOf(name);
        return rows.stream().map(row -> row.get(at)).toList();
    }

    /** Writes RFC 4180 with a header. */
    public void print(Appendable out) throws IOException {
        CSVPrinter printer = new CSVPrinter(
                out, CSVFormat.RFC4180.builder().setRecordSeparator('\n').get());
        printer.printRecord(columns);
        for (List<Object> row : rows) {
            printer.printRecord(row.stream().map(Scores::text).toList());
        }
        printer.flush();
    }

    private static Object text(Object value) {
        return switch (value) {
            case Double number when !Double.isFinite(number) -> "";
            case Double number -> plain(number);
            default -> value;
        };
    }

    private static String plain(double number) {
        String text = String.format(Locale.ROOT, "%.6f", number);
        return text.replaceFirst("\\.?0+$", "");
    }
}
