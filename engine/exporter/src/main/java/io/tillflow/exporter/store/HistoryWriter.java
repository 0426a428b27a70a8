package io.tillflow.exporter.store;

import io.tillflow.exporter.projection.Changes;
import io.tillflow.exporter.projection.HistoryTable;
import io.tillflow.exporter.projection.HistoryTable.Column;
import io.tillflow.exporter.projection.Row;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.postgresql.PGConnection;

/** Writes changes into a schema, in the connection's transaction: new rows by COPY, the rest by one UPDATE per table and shape. */
public final class HistoryWriter {

    private static final String UNIQUE_VIOLATION = "23505";

    private final String schema;

    public HistoryWriter(String schema) {
        this.schema = schema;
    }

    /** Writes a batch; rows that already are there, as another partition or an outsider wrote them, are overwritten. */
    public void write(Connection connection, Changes changes) throws SQLException {
        Savepoint before = connection.setSavepoint();
        try {
            for (HistoryTable table : changes.tables()) {
                copy(connection, qualified(table), table, changes.createdRows(table));
            }
        } catch (SQLException e) {
            if (!UNIQUE_VIOLATION.equals(e.getSQLState())) {
                throw e;
            }
            connection.rollback(before);
            for (HistoryTable table : changes.tables()) {
                copyOver(connection, table, changes.createdRows(table));
            }
        }
        connection.releaseSavepoint(before);
        for (HistoryTable table : changes.tables()) {
            update(connection, table, changes);
        }
        Gaps.fill(connection, schema, changes);
    }

    private static void copy(Connection connection, String target, HistoryTable table, List<Row> rows)
            throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        String sql = "COPY " + target + " (" + names(table.columns()) + ") FROM STDIN";
        try {
            connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql, new ByteArrayInputStream(CopyText.of(rows)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void copyOver(Connection connection, HistoryTable table, List<Row> rows) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        String staging = "new_" + table.sqlName();
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE TEMPORARY TABLE " + staging + " (LIKE " + qualified(table)
                    + " INCLUDING DEFAULTS) ON COMMIT DROP");
            copy(connection, staging, table, rows);
            String updates = table.columns().stream()
                    .skip(table.keyColumns().size())
                    .map(column -> column.name() + " = excluded." + column.name())
                    .collect(Collectors.joining(", "));
            String columns = names(table.columns());
            statement.execute("INSERT INTO " + qualified(table) + " (" + columns + ") SELECT " + columns + " FROM "
                    + staging + " ON CONFLICT (" + names(table.keyColumns()) + ") DO UPDATE SET " + updates);
            statement.execute("DROP TABLE " + staging);
        }
    }

    private void update(Connection connection, HistoryTable table, Changes changes) throws SQLException {
        Map<Long, List<Row>> byShape = changes.rows(table).stream()
                .filter(row -> !row.created() && row.writtenColumns() != 0)
                .collect(Collectors.groupingBy(Row::writtenColumns));
        for (Map.Entry<Long, List<Row>> shape : byShape.entrySet()) {
            update(connection, table, shape.getKey(), shape.getValue());
        }
    }

    private void update(Connection connection, HistoryTable table, long writtenColumns, List<Row> rows)
            throws SQLException {
        int keys = table.keyColumns().size();
        List<Integer> used = IntStream.range(0, table.columns().size())
                .filter(i -> i < keys || (writtenColumns & (1L << i)) != 0)
                .boxed()
                .toList();
        try (PreparedStatement update = connection.prepareStatement(updateSql(table, used))) {
            for (int i = 0; i < used.size(); i++) {
                int column = used.get(i);
                Object[] values = rows.stream().map(row -> row.value(column)).toArray();
                update.setArray(i + 1, connection.createArrayOf("text", values));
            }
            update.executeUpdate();
        }
    }

    private String updateSql(HistoryTable table, List<Integer> used) {
        int keys = table.keyColumns().size();
        List<Column> columns = table.columns();
        String arrays = used.stream().map(i -> "?::text[]").collect(Collectors.joining(", "));
        String aliases = used.stream().map(i -> "c" + i).collect(Collectors.joining(", "));
        String assignments = used.stream()
                .filter(i -> i >= keys)
                .map(i -> assignment(columns.get(i), i))
                .collect(Collectors.joining(", "));
        String matches = IntStream.range(0, keys)
                .mapToObj(i -> "t." + columns.get(i).name() + " = u.c" + i + "::"
                        + columns.get(i).type())
                .collect(Collectors.joining(" AND "));
        return "UPDATE " + qualified(table) + " t SET " + assignments + " FROM unnest(" + arrays + ") AS u(" + aliases
                + ") WHERE " + matches;
    }

    private static String assignment(Column column, int index) {
        String value = "u.c" + index + "::" + column.type();
        return column.name() + " = "
                + (column.name().equals(HistoryTable.COUNTER) ? "t." + column.name() + " + " + value : value);
    }

    private String qualified(HistoryTable table) {
        return schema + "." + table.sqlName();
    }

    private static String names(List<Column> columns) {
        return columns.stream().map(Column::name).collect(Collectors.joining(", "));
    }
}
