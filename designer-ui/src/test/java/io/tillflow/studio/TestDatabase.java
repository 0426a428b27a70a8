package io.tillflow.studio;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;

/** One PostgreSQL for all tests of this module, with the part of schema history that the studio reads. */
final class TestDatabase {
    private static final EmbeddedPostgres POSTGRES = start();

    private TestDatabase() {}

    static String url() {
        return POSTGRES.getJdbcUrl("postgres", "postgres");
    }

    private static EmbeddedPostgres start() {
        try {
            EmbeddedPostgres postgres = EmbeddedPostgres.builder().start();
            try (var connection = postgres.getPostgresDatabase().getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("""
                        CREATE SCHEMA history;
                        CREATE TABLE history.process_definition (key bigint PRIMARY KEY, bpmn_process_id text, version int,
                          resource_name text, resource text, checksum text, deployed_at timestamptz);
                        CREATE TABLE history.drg (key bigint PRIMARY KEY, drg_id text, version int, resource_name text, resource text);
                        CREATE TABLE history.form (key bigint PRIMARY KEY, form_id text, version int, resource_name text, resource text);
                        CREATE TABLE history.process_instance (key bigint PRIMARY KEY, process_definition_key bigint,
                          bpmn_process_id text, version int, state text);
                        CREATE TABLE history.message_correlation (name text, bpmn_process_id text, kind text);
                        CREATE TABLE history.job (key bigint PRIMARY KEY, type text, state text);""");
            }
            return postgres;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
