package io.tillflow.exporter.generate;

import io.tillflow.exporter.projection.HistoryTable;
import io.tillflow.exporter.projection.HistoryTable.Column;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/** Rows of several tables, collected as text and copied into them. */
final class CopyRows {

    private final String schema;
    private final Map<HistoryTable, StringBuilder> rows = new EnumMap<>(HistoryTable.class);
    private long count;

    CopyRows(String schema) {
        this.schema = schema;
    }

    /** Adds a row; its values in the order of the table's columns. */
    void add(HistoryTable table, @Nullable Object... values) {
        int columns = table.columns().size();
        if (values.length != columns) {
            throw new IllegalArgumentException(
                    "expected " + columns + " values for " + table + ", but were " + values.length);
        }
        StringBuilder text = rows.computeIfAbsent(table, t -> new StringBuilder());
        for (int i = 0; i < columns; i++) {
            text.append(i == 0 ? "" : "\t").append(values[i] == null ? "\\N" : escaped(String.valueOf(values[i])));
        }
        text.append('\n');
        count++;
    }

    private static String escaped(String value) {
        return value.indexOf('\\') < 0 && value.indexOf('\n') < 0 && value.indexOf('\t') < 0
                ? value
                : value.replace("\\", "\\\\").replace("\n", "\\n").replace("\t", "\\t");
    }

    long count() {
        return count;
    }

    /** Copies what has been collected and begins anew. */
    void flush(Connection connection) throws SQLException {
        for (Map.Entry<HistoryTable, StringBuilder> table : rows.entrySet()) {
            String columns = table.getKey().columns().stream().map(Column::name).collect(Collectors.joining(", "));
            String sql = "COPY " + schema + "." + table.getKey().sqlName() + " (" + columns + ") FROM STDIN";
            byte[] text = table.getValue().toString().getBytes(StandardCharsets.UTF_8);
            try {
                connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql, new ByteArrayInputStream(text));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        rows.clear();
    }
}
