package io.tillflow.storefront.imports;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.apache.commons.csv.CSVRecord;

/** Reads one row and notes what is wrong with it, so that all that is wrong is said at once. */
final class Cells {
    private static final int LONGEST = 20_000;
    private static final BigDecimal DEAREST = new BigDecimal("10000000");

    private final Sheet sheet;
    private final CSVRecord row;
    private final List<RowError> errors;

    Cells(Sheet sheet, CSVRecord row, List<RowError> errors) {
        this.sheet = sheet;
        this.row = row;
        this.errors = errors;
    }

    void wrong(String column, String message) {
        errors.add(new RowError(row.getRecordNumber(), column, message));
    }

    /** What the first of these columns that is filled says; empty when none is. */
    String text(String... columns) {
        for (String column : columns) {
            int place = sheet.columns().getOrDefault(Sheet.plain(column), -1);
            if (place >= 0 && place < row.size() && !row.get(place).isBlank()) {
                String value = unmarked(row.get(place).strip().replace("\u0000", ""));
                if (value.length() > LONGEST) {
                    wrong(column, "is longer than " + LONGEST + " characters");
                    return "";
                }
                return value;
            }
        }
        return "";
    }

    /** What stands before a formula's first character keeps table programs from taking it for one. */
    private static String unmarked(String value) {
        return value.matches("(?s)'[=+@\\t-].*") ? value.substring(1) : value;
    }

    String required(String... columns) {
        String value = text(columns);
        if (value.isEmpty()) {
            wrong(columns[0], "is missing");
        }
        return value;
    }

    int whole(int otherwise, int least, int most, String... columns) {
        String value = text(columns);
        if (value.isEmpty()) {
            return otherwise;
        }
        try {
            int number = new BigDecimal(value).setScale(0, RoundingMode.HALF_UP).intValueExact();
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException | ArithmeticException notANumber) {
            // said below
        }
        wrong(columns[0], "should be a whole number from " + least + " to " + most + ", but is \"" + cut(value) + "\"");
        return otherwise;
    }

    /** Minor units of an amount as "12.50" or "12,50"; nothing is nothing. */
    long money(String... columns) {
        String value = text(columns);
        if (value.isEmpty()) {
            return 0;
        }
        try {
            BigDecimal amount =
                    new BigDecimal(value.replaceFirst(",(?=\\d{1,2}$)", ".").replace(",", ""));
            if (amount.signum() >= 0 && amount.compareTo(DEAREST) <= 0) {
                return amount.movePointRight(2).longValueExact();
            }
        } catch (NumberFormatException | ArithmeticException notAnAmount) {
            // said below
        }
        wrong(columns[0], "should be an amount with at most two decimals, as 12.50, but is \"" + cut(value) + "\"");
        return 0;
    }

    private static String cut(String value) {
        return value.length() > 40 ? value.substring(0, 40) + "…" : value;
    }
}
