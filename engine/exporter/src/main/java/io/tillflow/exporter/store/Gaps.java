package io.tillflow.exporter.store;

import io.tillflow.exporter.projection.Changes;
import io.tillflow.exporter.projection.HistoryTable;
import io.tillflow.exporter.projection.Row;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/**
 * Fills what a new row owes to a record before it: Zeebe writes an instance's first variables before the instance, and a message's
 * id only when it is published. Where both fell into one batch the projection has done it; here is the case of a cut between them.
 */
final class Gaps {

    private Gaps() {}

    static void fill(Connection connection, String schema, Changes changes) throws SQLException {
        fill(connection, changes, HistoryTable.PROCESS_INSTANCE, "business_key", """
                UPDATE %1$s.process_instance p
                SET business_key = left(v.value #>> '{}', 256)
                FROM %1$s.variable v
                WHERE p.key = ANY (?::bigint[]) AND v.scope_key = p.key AND v.name = 'businessKey'
                  AND (jsonb_typeof(v.value) = 'string' OR v.value #>> '{}' ~ '^-?[0-9]+$')
                """.formatted(schema));
        fill(connection, changes, HistoryTable.MESSAGE_CORRELATION, "message_id", """
                UPDATE %1$s.message_correlation c
                SET message_id = m.message_id
                FROM %1$s.message m
                WHERE c.process_instance_key = ANY (?::bigint[]) AND c.message_id IS NULL AND m.key = c.message_key
                """.formatted(schema));
    }

    private static void fill(Connection connection, Changes changes, HistoryTable table, String column, String sql)
            throws SQLException {
        Object[] keys = changes.createdRows(table).stream()
                .filter(row -> row.value(column) == null)
                .map(Gaps::key)
                .toArray();
        if (keys.length == 0) {
            return;
        }
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            update.setArray(1, connection.createArrayOf("text", keys));
            update.executeUpdate();
        }
    }

    private static Object key(Row row) {
        return String.valueOf(row.value(0));
    }
}
