package io.tillflow.exporter;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;

/** How large a history is on disk, with its indices. */
record HistorySize(long instances, long elements, long bytes, double variableBytes) {

    static HistorySize of(Connection connection, String schema) throws SQLException {
        String sql = """
                SELECT (SELECT count(*) FROM %1$s.process_instance),
                       (SELECT count(*) FROM %1$s.element_instance),
                       (SELECT sum(pg_total_relation_size(c.oid)) FROM pg_class c
                         WHERE c.relnamespace = '%1$s'::regnamespace AND c.relkind = 'r'),
                       (SELECT coalesce(sum(length(v.value::text)), 0)::float8 / greatest(count(DISTINCT v.process_instance_key), 1)
                          FROM %1$s.variable v
                         WHERE v.process_instance_key IN (SELECT key FROM %1$s.process_instance ORDER BY key DESC LIMIT 1000))
                """.formatted(schema);
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return new HistorySize(row.getLong(1), row.getLong(2), row.getLong(3), row.getDouble(4));
        }
    }

    String sentence(int written, long rows) {
        return String.format(
                Locale.ROOT,
                "%,d instances in %,d rows written. History now holds %,d instances with %,d elements in %,d bytes; %,.0f bytes of variables each.",
                written,
                rows,
                instances,
                elements,
                bytes,
                variableBytes);
    }

    String json(int written, long rows) {
        return String.format(
                Locale.ROOT,
                "{\"written\":%d,\"rows\":%d,\"instances\":%d,\"elements\":%d,\"bytes\":%d,\"variable_bytes_each\":%.0f}",
                written,
                rows,
                instances,
                elements,
                bytes,
                variableBytes);
    }
}
