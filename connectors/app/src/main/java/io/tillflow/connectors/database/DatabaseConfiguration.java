package io.tillflow.connectors.database;

import java.time.Clock;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Lets the app start before its database does. */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {
    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    /** {@link SchemaMigration} migrates later, in its own time. */
    @Bean
    FlywayMigrationStrategy notWhileStarting() {
        return flyway -> {};
    }

    @Bean
    HealthIndicator schemaHealthIndicator(SchemaMigration migration, JdbcClient database) {
        return () -> {
            if (!migration.done()) {
                return Health.down()
                        .withDetail("reason", "waiting for the database")
                        .build();
            }
            try {
                database.sql("select 1").query(Integer.class).single();
                return Health.up().build();
            } catch (DataAccessException e) {
                return Health.down()
                        .withDetail("reason", "the database is away")
                        .build();
            }
        };
    }
}
