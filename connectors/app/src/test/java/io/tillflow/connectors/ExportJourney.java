package io.tillflow.connectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tillflow.connectors.data.files.FilePath;
import io.tillflow.connectors.data.files.FileStore;
import io.tillflow.connectors.provider.TestDatabase;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** The shipped export through app and broker: from its schedule to documents. */
final class ExportJourney {
    private static final String SCHEDULE = "/api/v1/schedules/nightly-export";
    private static final List<String> FIGURES = List.of("purchase", "sale", "demand");

    private ExportJourney() {}

    /** Three kinds of figures of one day are documents when its instance has ended, and the same wish is no second one. */
    static void bringsFiguresAmongTheDocuments(RunningApp app) throws Exception {
        JdbcClient database = TestDatabase.jdbc();
        aDayOfFigures(database);
        assertThat(JsonMapper.shared()
                        .readTree(app.send("GET", SCHEDULE, "").body())
                        .path("paused")
                        .asBoolean())
                .as("nobody is made to keep documents")
                .isTrue();
        app.send("POST", SCHEDULE + "/firing", "", "Idempotency-Key", "tonight");
        app.send("POST", SCHEDULE + "/firing", "", "Idempotency-Key", "tonight");
        long instance = app.awaitInstance(SCHEDULE);
        awaitCompleted(instance);
        List<String> documents = database.sql("select path from connectors.export_part order by path")
                .query(String.class)
                .list();
        assertThat(documents).hasSize(3).allMatch(it -> it.endsWith(".parquet"));
        assertThat(documents)
                .allSatisfy(it -> assertThat(app.bean(FileStore.class).read(new FilePath(it), 1_000_000))
                        .isPresent());
        assertThat(database.sql(
                                "select count(*) from connectors.export_run where state = 'DONE' and id like '%/export-figures/%'")
                        .query(Long.class)
                        .single())
                .isEqualTo(3);
        FIGURES.forEach(it -> database.sql("drop table shop.reporting_" + it).update());
    }

    private static void aDayOfFigures(JdbcClient database) {
        database.sql("create schema if not exists shop").update();
        FIGURES.forEach(it -> database.sql("drop table if exists shop.reporting_" + it + " cascade")
                .update());
        database.sql("create table shop.reporting_purchase (id text, placed_at timestamptz, amount bigint)")
                .update();
        database.sql(
                        "create table shop.reporting_sale (id text, placed_at timestamptz, sku text, units int, price bigint)")
                .update();
        database.sql("create table shop.reporting_demand (day date, sku text, units int)")
                .update();
        database.sql("insert into shop.reporting_purchase values ('1', '2026-03-01T12:00:00Z', 2400)")
                .update();
        database.sql("insert into shop.reporting_sale values ('1', '2026-03-01T12:00:00Z', 'MUG', 1, 2400)")
                .update();
        database.sql("insert into shop.reporting_demand values ('2026-03-01', 'MUG', 1)")
                .update();
    }

    static void awaitCompleted(long instance) {
        await().atMost(OrderJourneyIT.PATIENCE)
                .until(() -> TestDatabase.jdbc()
                        .sql("select state from history.process_instance where key = :key")
                        .param("key", instance)
                        .query(String.class)
                        .single()
                        .equals("COMPLETED"));
    }
}
