package io.tillflow.connectors.database;

import io.tillflow.connectors.provider.TestDatabase;
import org.flywaydb.core.Flyway;

/** The schema of the tests' database, up to date. */
public final class TestSchema {
    private TestSchema() {}

    public static SchemaMigration migrated() {
        SchemaMigration schema = new SchemaMigration(Flyway.configure()
                .dataSource(TestDatabase.dataSource())
                .locations("classpath:db/connectors")
                .schemas("connectors")
                .load());
        schema.start();
        if (!schema.await()) {
            throw new IllegalStateException("expected the schema to be brought up to date, but was interrupted");
        }
        return schema;
    }
}
