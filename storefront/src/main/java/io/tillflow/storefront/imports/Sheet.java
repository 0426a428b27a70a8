package io.tillflow.storefront.imports;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** A CSV text whose first line names its columns, in any order and case. */
record Sheet(Map<String, Integer> columns, List<CSVRecord> rows) {
    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setIgnoreEmptyLines(true).get();

    static Sheet read(String csv) {
        String text = Normalizer.normalize(csv.replaceFirst("^\uFEFF", ""), Normalizer.Form.NFC);
        try (CSVParser parser = FORMAT.parse(new StringReader(text))) {
            List<CSVRecord> rows = new ArrayList<>(parser.getRecords());
            if (rows.isEmpty()) {
                throw new BadSheet("The file is empty; its first line should name the columns.");
            }
            Map<String, Integer> columns = new HashMap<>();
            CSVRecord header = rows.removeFirst();
            for (int i = 0; i < header.size(); i++) {
                columns.putIfAbsent(plain(header.get(i)), i);
            }
            return new Sheet(columns, rows);
        } catch (IOException | UncheckedIOException e) {
            throw new BadSheet("The file is not CSV: " + e.getMessage());
        }
    }

    boolean has(String column) {
        return columns.containsKey(plain(column));
    }

    /** Rows that belong together, in the order of the first of each; a row without a key goes with the one before. */
    Map<String, List<CSVRecord>> grouped(String column) {
        int place = columns.getOrDefault(plain(column), -1);
        if (place < 0) {
            throw new BadSheet("There is no column \"" + column + "\"; the columns are " + columns.keySet() + ".");
        }
        Map<String, List<CSVRecord>> groups = new LinkedHashMap<>();
        String key = "";
        for (CSVRecord row : rows) {
            String own = place < row.size() ? row.get(place).strip() : "";
            key = own.isEmpty() ? key : own;
            groups.computeIfAbsent(key, k -> new ArrayList<>()).add(row);
        }
        return groups;
    }

    static String plain(String name) {
        return name.strip().toLowerCase(Locale.ROOT).replaceAll("[ _-]", "");
    }
}
