package io.tillflow.exporter.generate;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** The indices beside the primary keys: to build them after a large load takes a fraction of keeping them up during it. */
final class Indices {

    private Indices() {}

    /** Drops them and answers how to create them again, in the connection's transaction. */
    static List<String> drop(Connection connection, String schema) throws SQLException {
        List<String> definitions = new ArrayList<>();
        List<String> names = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("""
                        SELECT i.indexname, i.indexdef
                        FROM pg_indexes i
                        WHERE i.schemaname = '%s' AND NOT EXISTS (
                            SELECT FROM pg_constraint c
                            WHERE c.conname = i.indexname AND c.connamespace = i.schemaname::regnamespace)
                        """.formatted(schema))) {
            while (rows.next()) {
                names.add(schema + "." + rows.getString(1));
                definitions.add(rows.getString(2));
            }
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("DROP INDEX " + String.join(", ", names));
        }
        return definitions;
    }

    static void create(Connection connection, List<String> definitions) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET LOCAL maintenance_work_mem = '256MB'");
            for (String definition : definitions) {
                statement.execute(definition);
            }
        }
    }
}
