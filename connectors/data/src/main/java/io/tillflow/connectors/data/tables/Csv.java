package io.tillflow.connectors.data.tables;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** RFC 4180: commas, quotes where needed, the first line names the columns. */
final class Csv {
    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setIgnoreEmptyLines(true).get();
    static final int MOST_ROWS = 50_000;

    private Csv() {}

    static Table parse(String text) {
        try (CSVParser parser = FORMAT.parse(new StringReader(text))) {
            List<String> columns = new ArrayList<>();
            List<Map<String, @Nullable Object>> rows = new ArrayList<>();
            for (CSVRecord line : parser) {
                if (columns.isEmpty()) {
                    columns.addAll(header(line));
                } else {
                    rows.add(row(line, columns, parser.getCurrentLineNumber()));
                    mostly(rows.size());
                }
            }
            if (columns.isEmpty()) {
                throw new BadTable("it is empty; its first line should name the columns");
            }
            return new Table(columns, rows);
        } catch (IOException | UncheckedIOException e) {
            throw new BadTable("it is no CSV: " + e.getMessage());
        }
    }

    static void mostly(int rows) {
        if (rows > MOST_ROWS) {
            throw new BadTable("it has more than " + MOST_ROWS + " rows; split it");
        }
    }

    private static List<String> header(CSVRecord line) {
        Set<String> seen = new HashSet<>();
        List<String> columns =
                line.stream().map(String::strip).map(Formulas::unmarked).toList();
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).isEmpty()) {
                throw new BadTable("line 1, column " + (i + 1) + ": it has no name");
            }
            if (!seen.add(columns.get(i))) {
                throw new BadTable("line 1, column " + (i + 1) + ": '" + columns.get(i) + "' is there twice");
            }
        }
        return columns;
    }

    private static Map<String, @Nullable Object> row(CSVRecord line, List<String> columns, long number) {
        if (line.size() != columns.size()) {
            String place = line.size() > columns.size()
                    ? "column " + (columns.size() + 1) + ": a cell too many"
                    : "column " + (line.size() + 1) + " ('" + columns.get(line.size()) + "'): the cell is missing";
            throw new BadTable("line " + number + ", " + place + "; the first line names " + columns.size()
                    + " columns, this one has " + line.size());
        }
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            row.put(columns.get(i), line.get(i).isEmpty() ? null : Formulas.unmarked(line.get(i)));
        }
        return row;
    }

    static byte[] print(Table table) {
        StringBuilder out = new StringBuilder();
        try (CSVPrinter printer = new CSVPrinter(out, FORMAT)) {
            printer.printRecord(table.columns().stream().map(Formulas::marked).toList());
            for (Map<String, @Nullable Object> row : table.rows()) {
                printer.printRecord(table.columns().stream()
                        .map(column -> Formulas.marked(Json.asText(row.get(column))))
                        .toList());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory", e);
        }
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }
}
