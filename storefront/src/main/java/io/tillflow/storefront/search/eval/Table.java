package io.tillflow.storefront.search.eval;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** A CSV file whose first line names its columns, in any order and case. */
record Table(Path file, Map<String, Integer> columns, List<CSVRecord> rows) {
    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setIgnoreEmptyLines(true).get();

    static Table read(Path file) {
        try (Reader text = Files.newBufferedReader(file, StandardCharsets.UTF_8);
                CSVParser parser = FORMAT.parse(text)) {
            List<CSVRecord> rows = new ArrayList<>(parser.getRecords());
            if (rows.isEmpty()) {
                throw new BadFile(file, "is empty; its first line should name the columns.");
            }
            Map<String, Integer> columns = new HashMap<>();
            CSVRecord header = rows.removeFirst();
            for (int i = 0; i < header.size(); i++) {
                columns.putIfAbsent(plain(header.get(i)), i);
            }
            return new Table(file, columns, rows);
        } catch (NoSuchFileException missing) {
            throw new BadFile(file, "there is no such file.");
        } catch (MalformedInputException | UncheckedIOException e) {
            throw new BadFile(file, "is not CSV in UTF-8 (" + e.getMessage() + ").");
        } catch (IOException e) {
            throw new BadFile(file, "cannot be read (" + e.getMessage() + ").");
        }
    }

    /** The place of a column under any of its names. */
    int column(String... names) {
        for (String name : names) {
            Integer place = columns.get(plain(name));
            if (place != null) {
                return place;
            }
        }
        throw new BadFile(file, "has no column \"" + names[0] + "\"; its columns are " + columns.keySet() + ".");
    }

    /** As {@link #column}, but -1 when there is none. */
    int optional(String... names) {
        for (String name : names) {
            Integer place = columns.get(plain(name));
            if (place != null) {
                return place;
            }
        }
        return -1;
    }

    static String cell(CSVRecord row, int column) {
        return column < 0 || column >= row.size() ? "" : row.get(column).strip();
    }

    BadFile bad(CSVRecord row, String sentence) {
        return new BadFile(file, "row " + row.getRecordNumber() + ": " + sentence);
    }

    private static String plain(String name) {
        return name.replace("\uFEFF", "").strip().toLowerCase(Locale.ROOT).replaceAll("[ _-]", "");
    }
}
