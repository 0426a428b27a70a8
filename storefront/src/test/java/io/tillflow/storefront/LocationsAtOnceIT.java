package io.tillflow.storefront;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

class LocationsAtOnceIT extends LocationTest {
    @Autowired
    DataSource source;

    @Test
    void anImportTakesTheLocationsInTheOrderInWhichTheyAreClosed() throws Exception {
        String sku = fresh(5);
        String csv = "SKU,Location,On hand\n%1$s,North,3\n%1$s,Main,4\n".formatted(sku);
        try (var closing = source.getConnection();
                var statement = closing.createStatement()) {
            closing.setAutoCommit(false);
            statement.execute("select 1 from location where id = 'main' for no key update");
            var imported = CompletableFuture.supplyAsync(() -> shop().send(
                            "POST",
                            "/api/v1/admin/imports/inventory?dryRun=false",
                            "text/csv",
                            csv,
                            Map.of("Authorization", "Bearer " + ShopClient.TOKEN))
                    .body());
            await().until(() -> waiting() || imported.isDone());
            statement.execute("select 1 from location where id = 'north' for no key update");
            closing.commit();
            assertThat(imported.get(60, TimeUnit.SECONDS)).contains("\"updated\":1", "\"failed\":0");
        }
        assertThat(at(sku, "main")).startsWith("4 on hand");
        assertThat(at(sku, "north")).startsWith("3 on hand");
    }

    /** Whether a transaction of this database waits for another one. */
    private boolean waiting() {
        return jdbc.sql("""
                select count(*) from pg_stat_activity
                where datname = current_database() and wait_event_type = 'Lock'""").query(Integer.class).single() > 0;
    }

    @Test
    void transfersSalesAndCountsAtOnceKeepTheBooks() throws Exception {
        String sku = fresh(30);
        receive(sku, "north", 30);
        AtomicInteger turn = new AtomicInteger();
        List<Integer> answers = atOnce(48, () -> {
            int mine = turn.getAndIncrement();
            boolean north = mine % 2 == 0;
            String here = north ? "north" : "main";
            return switch (mine % 6) {
                case 0, 1 -> {
                    String order = shop().buy(sku, 1 + mine % 3);
                    int status =
                            shop().service("POST", order, "/allocation", "").status();
                    yield mine % 12 < 6
                            ? shop().service("PUT", order, "/state", "{\"state\":\"SHIPPED\"}")
                                    .status()
                            : status;
                }
                case 2, 3 -> {
                    UUID id = UUID.randomUUID();
                    int sent = send(id, sku, here, north ? "main" : "north", 2).status();
                    yield sent == 200 ? arrive(id, "{}").status() : sent;
                }
                case 4 -> count(sku, here, 25).status();
                default -> receive(sku, here, 1).status();
            };
        });
        assertThat(answers).isSubsetOf(200, 409);
        assertThat(answers).filteredOn(status -> status == 200).hasSizeGreaterThan(24);
        JsonNode level = level(sku);
        assertThat(level.path("onHand").asInt())
                .isGreaterThanOrEqualTo(level.path("allocated").asInt());
    }
}
