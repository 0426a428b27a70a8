package io.tillflow.exporter.verify;

import io.tillflow.exporter.generate.MadeUpHistory;
import io.tillflow.exporter.projection.HistoryTable;
import io.tillflow.exporter.projection.HistoryTable.Column;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Compares a table of history with its twin in the scratch schema, row by row and column by column. */
final class Comparison {

    private static final int EXAMPLES = 5;

    private final Connection connection;
    private final String stored;
    private final String rebuilt;
    private final boolean whole;

    /**
     * Prepares it.
     *
     * @param whole false when the archive begins in the middle: then only what began within it can be compared
     */
    Comparison(Connection connection, String stored, String rebuilt, boolean whole) {
        this.connection = connection;
        this.stored = stored;
        this.rebuilt = rebuilt;
        this.whole = whole;
    }

    /** How a table compares. */
    record Result(long rows, long different, long madeUp, List<Example> examples) {}

    /** A row that differs: as JSON from both sides, null where it is missing. */
    record Example(
            String table,
            @Nullable String history,
            @Nullable String archive) {}

    Result compare(HistoryTable table) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("ANALYZE " + rebuilt + "." + table.sqlName());
            long rows;
            long different;
            String joined = joined(table);
            String differs = differs(table);
            try (ResultSet counts =
                    statement.executeQuery("SELECT count(*), count(*) FILTER (WHERE " + differs + ") FROM " + joined)) {
                counts.next();
                rows = counts.getLong(1);
                different = counts.getLong(2);
            }
            return new Result(
                    rows,
                    different,
                    madeUpRows(statement, table),
                    different == 0 ? List.of() : examples(statement, table));
        }
    }

    private List<Example> examples(Statement statement, HistoryTable table) throws SQLException {
        List<Example> examples = new ArrayList<>();
        String firstKey = table.keyColumns().getFirst().name();
        String sql = "SELECT CASE WHEN h." + firstKey + " IS NOT NULL THEN to_jsonb(h) END, CASE WHEN a." + firstKey
                + " IS NOT NULL THEN to_jsonb(a) END FROM " + joined(table) + " WHERE " + differs(table) + " LIMIT "
                + EXAMPLES;
        try (ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                examples.add(new Example(table.sqlName(), rows.getString(1), rows.getString(2)));
            }
        }
        return examples;
    }

    private String joined(HistoryTable table) {
        String keys = table.keyColumns().stream()
                .map(key -> "h." + key.name() + " = a." + key.name())
                .collect(Collectors.joining(" AND "));
        return "(" + comparable(table, stored) + ") h FULL JOIN (" + comparable(table, rebuilt) + ") a ON " + keys;
    }

    private static String differs(HistoryTable table) {
        return "ROW(" + columns(table, "h") + ") IS DISTINCT FROM ROW(" + columns(table, "a") + ")";
    }

    private static String columns(HistoryTable table, String alias) {
        return table.columns().stream()
                .map(Column::name)
                .map(name -> alias + "." + name)
                .collect(Collectors.joining(", "));
    }

    /** The rows of a side that can be compared: with a whole archive all of them. */
    private String comparable(HistoryTable table, String schema) {
        String all = "SELECT "
                + table.columns().stream().map(it -> comparable(it, schema)).collect(Collectors.joining(", "))
                + " FROM "
                + schema + "." + table.sqlName() + " t WHERE NOT ("
                + madeUp(table) + ")";
        if (whole) {
            return all;
        }
        String begun = " AND " + keyOf(table) + " IN (SELECT key FROM " + rebuilt + ".process_instance)";
        return switch (table) {
            case PROCESS_INSTANCE -> all + begun;
            case MESSAGE_CORRELATION -> all + begun + " AND t.message_key IN (SELECT key FROM " + rebuilt + ".message)";
            default ->
                all
                        + (table.hasColumn("process_instance_key")
                                ? begun
                                : " AND " + keyOf(table) + " IN (SELECT "
                                        + table.keyColumns().getFirst().name() + " FROM " + rebuilt + "."
                                        + table.sqlName() + ")");
        };
    }

    /** What history wrote before it kept positions has none; what is rebuilt has them all. */
    private String comparable(Column column, String schema) {
        String value = "t." + column.name();
        return column.isPosition() && schema.equals(rebuilt)
                ? "CASE WHEN " + value + " > coalesce((SELECT b.position FROM " + stored
                        + ".positions_begin b WHERE b.partition_id = t.key >> 51), -1) THEN " + value + " END AS "
                        + column.name()
                : value;
    }

    /** Rows that were made up to measure with are in no archive: they are counted, not compared. */
    private static String madeUp(HistoryTable table) {
        return MadeUpHistory.isMadeUp("coalesce(" + keyOf(table) + ", 0)");
    }

    private long madeUpRows(Statement statement, HistoryTable table) throws SQLException {
        String sql = "SELECT count(*) FROM " + stored + "." + table.sqlName() + " t WHERE "
                + MadeUpHistory.isMadeUp(keyOf(table));
        try (ResultSet count = statement.executeQuery(sql)) {
            count.next();
            return count.getLong(1);
        }
    }

    private static String keyOf(HistoryTable table) {
        return "t."
                + (table.hasColumn("process_instance_key")
                        ? "process_instance_key"
                        : table.keyColumns().getFirst().name());
    }
}
