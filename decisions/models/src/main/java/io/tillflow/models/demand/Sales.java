package io.tillflow.models.demand;

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
 * units} and, where it is known, {@code sold_out}, the part of the day in which it could not be had.
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
    private static final int FEWEST_DAYS_ON_SALE = 3;
    private static final int FIRST_MONTH = 4;

    /**
     * One item.
     *
     * @param weeks from its beginning to the last; NaN where it could hardly be had
     * @param units sold in all
     */
    record Item(String id, double[] weeks, double units) {
        /** As if the latest so many weeks had not been yet. */
        Item before(int later) {
            return new Item(id, java.util.Arrays.copyOf(weeks, Math.max(0, weeks.length - later)), units);
        }

        /** What is not known is taken for the mean of the eight known weeks before, at the beginning for the next known one. */
        double[] filled() {
            double[] filled = weeks.clone();
            double next = java.util.Arrays.stream(weeks)
                    .filter(Double::isFinite)
                    .findFirst()
                    .orElse(0);
            for (int i = 0; i < filled.length; i++) {
                if (!Double.isFinite(filled[i])) {
                    filled[i] = java.util.Arrays.stream(filled, Math.max(0, i - 8), i)
                            .average()
                            .orElse(next);
                }
            }
            return filled;
        }

        long soldOutWeeks() {
            return java.util.Arrays.stream(weeks).filter(Double::isNaN).count();
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Item that && id.equals(that.id) && java.util.Arrays.equals(weeks, that.weeks);
        }

        @Override
        public int hashCode() {
            return id.hashCode() * 31 + java.util.Arrays.hashCode(weeks);
        }
    }

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
    static Sales read(Path file, Optional<LocalDate> asOf) {
        LocalDate[] bounds = {LocalDate.MAX, LocalDate.MIN};
        each(file, row -> {
            bounds[0] = row.date.isBefore(bounds[0]) ? row.date : bounds[0];
            bounds[1] = row.date.isAfter(bounds[1]) ? row.date : bounds[1];
        });
        LocalDate until = asOf.orElse(bounds[1]);
        if (bounds[1].equals(LocalDate.MIN) || until.isBefore(bounds[0])) {
            return new Sales(until, 0, List.of());
        }
        long days = until.toEpochDay() - bounds[0].toEpochDay() + 1;
        Map<String, Weeks> items = new TreeMap<>();
        each(
                file,
                row -> items.computeIfAbsent(row.sku, sku -> new Weeks((int) (days / 7)))
                        .add(until.toEpochDay() - row.date.toEpochDay(), row));
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

    private record Row(String sku, LocalDate date, double units, double soldOut) {}

    private static void each(Path file, java.util.function.Consumer<Row> then) {
        try (Reader text = Files.newBufferedReader(file, StandardCharsets.UTF_8);
                CSVParser rows = FORMAT.parse(text)) {
            for (CSVRecord row : rows) {
                String where = file.getFileName() + ", line " + rows.getCurrentLineNumber();
                double units = Table.number(row.get("units"), where + ", units");
                if (Double.isFinite(units)) {
                    double out = row.isMapped("sold_out") ? Table.number(row.get("sold_out"), where) : 0;
                    then.accept(new Row(
                            row.get("sku").strip(),
                            day(row.get("date"), where),
                            Math.max(0, units),
                            out > 0 ? Math.min(1, out) : 0));
                }
            }
        } catch (IOException | IllegalArgumentException | UncheckedIOException e) {
            throw new BadData(file.getFileName() + " cannot be read as rows of sku, date and units: " + e.getMessage());
        }
    }

    private static LocalDate day(String text, String where) {
        try {
            return LocalDate.parse(text.strip());
        } catch (DateTimeException e) {
            throw new BadData(where + ": expected a day as 2026-01-31, but got \"" + text + "\"");
        }
    }

    /** One item's weeks while they are counted, the latest last. */
    private static final class Weeks {
        private final double[] units;
        private final double[] soldOut;
        private int first;
        private double all;

        Weeks(int weeks) {
            this.units = new double[weeks];
            this.soldOut = new double[weeks];
            this.first = weeks;
        }

        void add(long daysAgo, Row row) {
            if (daysAgo < 0) {
                return;
            }
            all += row.units;
            int week = units.length - 1 - (int) (daysAgo / 7);
            first = row.units > 0 ? Math.min(first, Math.max(0, week)) : first;
            if (week >= 0) {
                units[week] += row.units;
                soldOut[week] += row.soldOut;
            }
        }

        /** From the week after its first sale, since that week was chosen for its sale; in the shop's first month from the beginning. */
        Item item(String id) {
            int begin = first < FIRST_MONTH ? 0 : Math.min(units.length, first + 1);
            double[] weeks = new double[units.length - begin];
            for (int i = 0; i < weeks.length; i++) {
                double onSale = 7 - soldOut[begin + i];
                weeks[i] = onSale < FEWEST_DAYS_ON_SALE ? Double.NaN : units[begin + i] * 7 / onSale;
            }
            return new Item(id, weeks, all);
        }
    }
}
