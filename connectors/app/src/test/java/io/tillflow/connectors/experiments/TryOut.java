package io.tillflow.connectors.experiments;

import com.zaxxer.hikari.HikariDataSource;
import io.tillflow.connectors.experiments.Experiment.Place;
import io.tillflow.connectors.experiments.ExperimentDesk.View;
import io.tillflow.connectors.provider.TestClock;
import io.tillflow.connectors.provider.TestDatabase;
import io.tillflow.processes.AssignArm;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.ToDoubleFunction;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeAll;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Experiments by the very path that jobs take, with a real database; only what the shop sold and history is made up. */
abstract class TryOut {
    /** Many statements: a connection for each would be most of the time. */
    private static final HikariDataSource POOL = new HikariDataSource();

    static final JdbcClient DATABASE = JdbcClient.create(POOL);
    static final Place PLACE = new Place("try-out", "assign-arm");
    static final Map<String, Double> HALVES = Map.of("usual", 50.0, "new", 50.0);

    final TestClock clock = new TestClock(Instant.parse("2026-03-01T09:00:00Z"));
    final Experiments experiments =
            new Experiments(DATABASE, new TransactionTemplate(new DataSourceTransactionManager(POOL)), clock);
    final Exposures exposures = new Exposures(DATABASE, new ExperimentSettings(Duration.ZERO), clock);
    final Assignment assignment = new Assignment(experiments, exposures);
    final ExperimentDesk desk = new ExperimentDesk(experiments, exposures);

    @BeforeAll
    static void theSchemaAndWhatTheShopSold() {
        if (POOL.getJdbcUrl() != null) {
            return;
        }
        TestDatabase.jdbc().sql("create database experiments").update();
        POOL.setJdbcUrl(TestDatabase.url().replace("/postgres?", "/experiments?"));
        POOL.setMaximumPoolSize(8);
        migrate("intelligence", "classpath:db/intelligence");
        migrate("history", "filesystem:../../engine/exporter/src/main/resources/db/history");
        DATABASE.sql("create schema if not exists shop").update();
        DATABASE.sql("create table shop.reporting_unit_order (unit uuid, placed_at timestamptz, total bigint)")
                .update();
        DATABASE.sql("create index on shop.reporting_unit_order (unit)").update();
    }

    private static void migrate(String schema, String location) {
        Flyway.configure()
                .dataSource(POOL)
                .locations(location)
                .schemas(schema)
                .defaultSchema(schema)
                .load()
                .migrate();
    }

    static AssignArm job(String name, int version, String unit, Map<String, Double> arms, double holdOut) {
        return new AssignArm(name, version, unit, arms, holdOut, "usual", "ordered", null, "P7D", 5, null, null);
    }

    static AssignArm halves(String name, String unit) {
        return job(name, 1, unit, HALVES, 0);
    }

    String assign(AssignArm job) {
        return assignment.assign(job, PLACE, 1);
    }

    static String unit(String name, int i) {
        return UUID.nameUUIDFromBytes((name + i).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    static int exposures(String name) {
        return DATABASE.sql("select count(*) from intelligence.exposure where name = :name")
                .param("name", name)
                .query(Integer.class)
                .single();
    }

    /** Assigns units, and lets each order with the probability of its arm. */
    View run(AssignArm first, int units, ToDoubleFunction<String> rates) {
        Random chance = new Random(first.experiment().hashCode());
        List<Object[]> sold = new ArrayList<>();
        int before = exposures(first.experiment());
        for (int i = before; i < before + units; i++) {
            String unit = unit(first.experiment(), i);
            String arm = assign(new AssignArm(
                    first.experiment(),
                    first.version(),
                    unit,
                    first.arms(),
                    first.holdOut(),
                    first.usual(),
                    first.goal(),
                    null,
                    first.within(),
                    first.worthwhile(),
                    null,
                    null));
            if (chance.nextDouble() < rates.applyAsDouble(arm)) {
                sold.add(new Object[] {
                    UUID.fromString(unit), Timestamp.from(clock.instant().plusSeconds(60)), 4200L
                });
            }
            clock.advance(Duration.ofSeconds(1));
        }
        new JdbcTemplate(POOL).batchUpdate("insert into shop.reporting_unit_order values (?, ?, ?)", sold);
        clock.advance(Duration.ofDays(8));
        return desk.one(first.experiment(), first.version());
    }
}
