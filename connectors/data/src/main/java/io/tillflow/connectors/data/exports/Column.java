package io.tillflow.connectors.data.exports;

import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A column of an export: its name, and what its values are. */
public record Column(String name, Kind kind) {
    /** What a value is: a String, Long, Double, Boolean, Instant or LocalDate. */
    public enum Kind {
        TEXT,
        WHOLE,
        NUMBER,
        TRUTH,
        INSTANT,
        DAY
    }

    /** All but the last, which is the day. */
    static List<Column> of(ResultSetMetaData data) throws SQLException {
        List<Column> columns = new ArrayList<>();
        for (int i = 1; i < data.getColumnCount(); i++) {
            columns.add(new Column(data.getColumnName(i), kind(data, i)));
        }
        return columns;
    }

    private static Kind kind(ResultSetMetaData data, int i) throws SQLException {
        if (data.getColumnTypeName(i).equals("timestamptz")) {
            return Kind.INSTANT;
        }
        return switch (data.getColumnType(i)) {
            case Types.SMALLINT, Types.INTEGER, Types.BIGINT -> Kind.WHOLE;
            case Types.NUMERIC, Types.REAL, Types.DOUBLE -> Kind.NUMBER;
            case Types.BIT, Types.BOOLEAN -> Kind.TRUTH;
            case Types.DATE -> Kind.DAY;
            default -> Kind.TEXT;
        };
    }

    @Nullable
    Object value(ResultSet row, int i) throws SQLException {
        Object value = switch (kind) {
            case TEXT -> row.getString(i);
            case WHOLE -> row.getLong(i);
            case NUMBER -> row.getDouble(i);
            case TRUTH -> row.getBoolean(i);
            case INSTANT -> instant(row, i);
            case DAY -> row.getObject(i, LocalDate.class);
        };
        return row.wasNull() ? null : value;
    }

    private static @Nullable Object instant(ResultSet row, int i) throws SQLException {
        OffsetDateTime at = row.getObject(i, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    /** What is compared to notice another schema, as {@code id TEXT, amount WHOLE}. */
    static String schema(List<Column> columns) {
        return columns.stream()
                .map(column -> column.name() + " " + column.kind())
                .collect(Collectors.joining(", "));
    }
}
