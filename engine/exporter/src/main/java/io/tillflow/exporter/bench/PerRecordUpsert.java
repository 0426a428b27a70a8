package io.tillflow.exporter.bench;

import io.tillflow.exporter.projection.Changes;
import io.tillflow.exporter.projection.HistoryTable;
import io.tillflow.exporter.projection.HistoryTable.Column;
import io.tillflow.exporter.projection.Projection;
import io.tillflow.exporter.projection.RecordLine;
import io.tillflow.exporter.projection.Row;
import io.tillflow.exporter.store.Position;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The usual exporter, to compare with: each record is upserted and committed with its position as it comes. */
final class PerRecordUpsert {

    private final Connection connection;
    private final String schema;

    PerRecordUpsert(Connection connection, String schema) {
        this.connection = connection;
        this.schema = schema;
    }

    void write(List<String> lines) throws SQLException {
        for (String line : lines) {
            RecordLine record = RecordLine.parse(line);
            Changes changes = new Changes();
            Projection.apply(record, changes);
            for (HistoryTable table : changes.tables()) {
                for (Row row : changes.rows(table)) {
                    upsert(row);
                }
            }
            new Position(record.position(), Instant.ofEpochMilli(record.timestamp())).store(connection, schema, 1);
            connection.commit();
        }
    }

    private void upsert(Row row) throws SQLException {
        List<Column> columns = row.table().columns();
        List<Integer> used = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            if (row.value(i) != null) {
                used.add(i);
            }
        }
        int keys = row.table().keyColumns().size();
        String sql = row.created() ? insertSql(row.table(), used) : updateSql(row.table(), used);
        List<Integer> parameters = new ArrayList<>(used);
        if (!row.created()) {
            parameters = new ArrayList<>(used.subList(keys, used.size()));
            parameters.addAll(used.subList(0, keys));
        }
        if (!row.created() && used.size() == keys) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.size(); i++) {
                statement.setString(i + 1, row.value(parameters.get(i)));
            }
            statement.executeUpdate();
        }
    }

    private String insertSql(HistoryTable table, List<Integer> used) {
        List<Column> columns = table.columns();
        String names = used.stream().map(i -> columns.get(i).name()).collect(Collectors.joining(", "));
        String values = used.stream().map(i -> "?::" + columns.get(i).type()).collect(Collectors.joining(", "));
        String keys = table.keyColumns().stream().map(Column::name).collect(Collectors.joining(", "));
        String updates = used.stream()
                .map(i -> columns.get(i).name())
                .map(name -> name + " = excluded." + name)
                .collect(Collectors.joining(", "));
        return "INSERT INTO " + schema + "." + table.sqlName() + " (" + names + ") VALUES (" + values
                + ") ON CONFLICT (" + keys + ") DO UPDATE SET " + updates;
    }

    private String updateSql(HistoryTable table, List<Integer> used) {
        List<Column> columns = table.columns();
        int keys = table.keyColumns().size();
        String updates = used.stream()
                .skip(keys)
                .map(i -> columns.get(i).name() + " = ?::" + columns.get(i).type())
                .collect(Collectors.joining(", "));
        String matches = table.keyColumns().stream()
                .map(key -> key.name() + " = ?::" + key.type())
                .collect(Collectors.joining(" AND "));
        return "UPDATE " + schema + "." + table.sqlName() + " SET " + updates + " WHERE " + matches;
    }
}
