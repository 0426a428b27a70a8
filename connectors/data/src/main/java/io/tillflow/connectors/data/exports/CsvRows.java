package io.tillflow.connectors.data.exports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/** RFC 4180 in UTF-8; instants as 2026-01-31T09:30:00Z. */
final class CsvRows implements RowWriter {
    private final StringBuilder text = new StringBuilder();
    private final CSVPrinter printer;

    CsvRows(List<Column> columns) {
        try {
            this.printer = new CSVPrinter(text, CSVFormat.RFC4180);
            printer.printRecord(columns.stream().map(Column::name).toList());
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory", e);
        }
    }

    @Override
    public void add(@Nullable Object[] values) {
        try {
            printer.printRecord(Arrays.stream(values).map(CsvRows::cell).toList());
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory", e);
        }
    }

    private static String cell(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case Double number ->
                BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
            default -> value.toString();
        };
    }

    @Override
    public long size() {
        return text.length();
    }

    @Override
    public byte[] end() {
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
