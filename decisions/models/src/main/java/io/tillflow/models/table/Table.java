package io.tillflow.models.table;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A file of comma-separated values with a header, as texts.
 *
 * @param name the file's name, for messages
 */
public record Table(String name, List<String> columns, List<List<String>> rows) {
    public Table {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /** Reads RFC 4180; a row of another length than the header is refused with its line. */
    public static Table read(Path file) {
        String name = String.valueOf(file.getFileName());
        try (InputStream bytes = Files.newInputStream(file)) {
            return read(name, bytes);
        } catch (IOException e) {
            throw new BadData(name + " cannot be read as comma-separated text in UTF-8: " + e.getMessage());
        }
    }

    /** As {@link #read(Path)}. */
    public static Table read(String name, InputStream bytes) {
        try (Reader text = new InputStreamReader(bytes, StandardCharsets.UTF_8.newDecoder());
                CSVParser lines = CSVFormat.RFC4180.parse(text)) {
            List<List<String>> rows = new ArrayList<>();
            for (CSVRecord line : lines) {
                List<String> row = line.toList();
                if (!rows.isEmpty() && row.size() != rows.get(0).size()) {
                    throw new BadData(name + ", line " + lines.getCurrentLineNumber() + ": expected "
                            + rows.get(0).size() + " values, but got " + row.size());
                }
                rows.add(row);
            }
            if (rows.isEmpty()) {
                throw new BadData(name + " is empty: expected a header line and rows");
            }
            return new Table(name, withoutMark(rows.get(0)), rows.subList(1, rows.size()));
        } catch (UncheckedIOException | IOException e) {
            throw new BadData(name + " cannot be read as comma-separated text in UTF-8: " + e.getMessage());
        }
    }

    /** The column's place, whatever its case; {@link BadData} names what is there instead. */
    public int column(String column) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).strip().equalsIgnoreCase(column)) {
                return i;
            }
        }
        throw new BadData(name + " has no column " + column + ", only " + String.join(", ", columns));
    }

    /** Whether it has the column, whatever its case. */
    public boolean has(String column) {
        return columns.stream().anyMatch(known -> known.strip().equalsIgnoreCase(column));
    }

    /** All texts of a column. */
    public List<String> texts(String column) {
        int at = column(column);
        return rows.stream().map(row -> row.get(at)).toList();
    }

    /** All numbers of a column; what is empty or NA is NaN, any other text is {@link BadData}. */
    public double[] numbers(String column) {
        int at = column(column);
        double[] numbers = new double[rows.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = number(rows.get(i).get(at), name + ", row " + (i + 1) + ", " + column);
        }
        return numbers;
    }

    /** Some of the rows. */
    public Table rows(int from, int to) {
        return new Table(name, columns, rows.subList(from, to));
    }

    /** A number, NaN when it is missing. */
    public static double number(String text, String where) {
        String plain = text.strip();
        if (plain.isEmpty() || plain.equalsIgnoreCase("NA") || plain.equalsIgnoreCase("NaN")) {
            return Double.NaN;
        }
        try {
            return Double.parseDouble(plain);
        } catch (NumberFormatException e) {
            throw new BadData(where + ": expected a number, but got \"" + plain + "\"");
        }
    }

    private static List<String> withoutMark(List<String> header) {
        List<String> columns = new ArrayList<>(header);
        columns.set(0, columns.get(0).replace("\uFEFF", ""));
        return columns;
    }
}
