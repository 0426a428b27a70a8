package io.tillflow.models.demand;

import io.tillflow.models.Terms;
import io.tillflow.models.table.BadData;
import io.tillflow.models.table.Table;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * What a shop sold of each item, in weeks of which the last ends with a given day; a row of the file is an item and a day: {@code sku, date,
 * units} and, where it is known, {@code sold_out}, the part of the day in which it could not be had, {@code discount}, the part of the price
 * that was taken off (on days to come that is planned, and units are empty), {@code category}, {@code price} and {@code since}, the day from
 * which it was offered.
 *
 * @param days from the first sale of anything to the last day
 */
record Sales(LocalDate until, long days, List<Item> items) {
    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setIgnoreHeaderCase(true)
            .get();
    /** Nothing is given away, and a price has a logarithm. */
    private static final double MOST_OFF = 0.95;

    /** Whether it has the columns of this layout. */
    static boolean isIn(Path file) {
        try (Reader text = Files.newBufferedReader(file, StandardCharsets.UTF_8);
                CSVParser rows = FORMAT.parse(text)) {
            List<String> names = rows.getHeaderNames().stream()
                    .map(name -> name.strip().toLowerCase(java.util.Locale.ROOT))
                    .toList();
            return names.containsAll(List.of("sku", "date", "units"));
        } catch (IOException | IllegalArgumentException | UncheckedIOException other) {
            return false;
        }
    }

    /** Reads the file twice, since only then its last day is known; very many rows cost no memory. */
    static Sales read(Path file, Terms terms) {
        LocalDate[] bounds = {LocalDate.MAX, LocalDate.MIN};
        each(file, row -> {
            if (!Double.isFinite(row.units) || !terms.canHaveBeen(row.date)) {
                return;
            }
            bounds[0] = row.date.isBefore(bounds[0]) ? row.date : bounds[0];
            bounds[1] = row.date.isAfter(bounds[1]) ? row.date : bounds[1];
        });
        LocalDate until = terms.asOf().orElse(bounds[1]);
        if (bounds[1].equals(LocalDate.MIN) || until.isBefore(bounds[0])) {
            return new Sales(until, 0, List.of());
        }
        long days = until.toEpochDay() - bounds[0].toEpochDay() + 1;
        Map<String, Weeks> items = new TreeMap<>();
        each(
                file,
                row -> items.computeIfAbsent(row.sku, sku -> new Weeks((int) (days / 7), until))
                        .add(row));
        return new Sales(
                until,
                days,
                items.entrySet().stream()
                        .map(entry -> entry.getValue().item(entry.getKey()))
                        .toList());
    }

    /** As if the latest so many weeks had not been yet. */
    Sales before(int weeks) {
        return new Sales(
                until.minusWeeks(weeks),
                days - 7L * weeks,
                items.stream().map(item -> item.before(weeks)).toList());
    }

    /** NaN and empty where it says nothing. */
    record Row(
            String sku,
            LocalDate date,
            double units,
            double soldOut,
            double discount,
            String category,
            double price,
            Optional<LocalDate> since) {}

    private static void each(Path file, java.util.function.Consumer<Row> then) {
        try (Reader text = Files.newBufferedReader(file, StandardCharsets.UTF_8);
                CSVParser rows = FORMAT.parse(text)) {
            for (CSVRecord row : rows) {
                String where = file.getFileName() + ", line " + rows.getCurrentLineNumber();
                double units = Table.number(row.get("units"), where + ", units");
                then.accept(new Row(
                        row.get("sku").strip(),
                        day(row.get("date"), where),
                        Double.isFinite(units) ? Math.max(0, units) : Double.NaN,
                        share(row, "sold_out", where),
                        Math.min(MOST_OFF, share(row, "discount", where)),
                        text(row, "category"),
                        Table.number(text(row, "price"), where + ", price"),
                        text(row, "since").isEmpty() ? Optional.empty() : Optional.of(day(text(row, "since"), where))));
            }
        } catch (IOException | IllegalArgumentException | UncheckedIOException e) {
            throw new BadData(file.getFileName() + " cannot be read as rows of sku, date and units: " + e.getMessage());
        }
    }

    private static String text(CSVRecord row, String column) {
        return row.isMapped(column) ? row.get(column).strip() : "";
    }

    /** Nothing where it is not said, or less than nothing. */
    private static double share(CSVRecord row, String column, String where) {
        double share = Table.number(text(row, column), where + ", " + column);
        return share > 0 ? Math.min(1, share) : 0;
    }

    private static LocalDate day(String text, String where) {
        try {
            return LocalDate.parse(text.strip());
        } catch (DateTimeException e) {
            throw new BadData(where + ": expected a day as 2026-01-31, but got \"" + text + "\"");
        }
    }
}
