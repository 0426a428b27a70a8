package io.tillflow.connectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tillflow.connectors.provider.TestDatabase;
import io.tillflow.connectors.provider.webhook.WebhookSignature;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** From an article that is low to goods that are booked in, through app, broker and the sandbox's suppliers. */
class SupplyJourneyIT {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String SECRET = "secret-of-the-suppliers";

    private static FakeShop shop;
    private static RunningApp app;

    private final JdbcClient database = TestDatabase.jdbc();
    private final String request = UUID.randomUUID().toString();

    @BeforeAll
    static void startTheApp() throws Exception {
        shop = new FakeShop();
        app = RunningApp.start(shop);
        assertThat(app.send(
                                "PUT",
                                "/api/v1/secrets/SUPPLIERS_WEBHOOK_SECRET",
                                "{\"value\": \"" + SECRET + "\", \"by\": \"mara\"}")
                        .statusCode())
                .isEqualTo(204);
    }

    @AfterAll
    static void stopTheApp() {
        app.close();
        shop.close();
    }

    @Test
    void shipsDryAndOnceSwitchedOnBuysAndBooksInOnce() throws Exception {
        JsonNode ships = JSON.readTree(
                app.send("GET", "/api/v1/automations/replenishment", "").body());
        assertThat(ships.path("state").asString()).isEqualTo("dry-run");
        assertThat(app.send("GET", "/api/v1/schedules/replenishment", "").body())
                .contains("\"stock-check-due\"", "\"replenishment\"");
        switchedTo("on");
        try {
            lowOf("nordform");
            awaitEnd("goods-booked-in");
        } finally {
            switchedTo("dry-run");
        }
        assertThat(database.sql(
                                "select reference, quantity, unit_price, status from connectors.sandbox_purchase where reference like :request || '%'")
                        .param("request", request)
                        .query()
                        .listOfRows())
                .singleElement()
                .satisfies(row -> assertThat(row)
                        .containsEntry("reference", request + ":1")
                        .containsEntry("quantity", 24)
                        .containsEntry("unit_price", 1440L)
                        .containsEntry("status", "DELIVERED"));
        assertThat(shop.told(request)).containsExactly("PLANNED", "PLACED", "CONFIRMED", "24");
    }

    @Test
    void newsOfASuppliersServiceCountOnceAndOnlyWhenTheyAreSigned() throws Exception {
        switchedTo("on");
        try {
            lowOf("hafenkontor-silent");
            String purchase = await().atMost(OrderJourneyIT.PATIENCE)
                    .until(
                            () -> database.sql(
                                            "select id from connectors.sandbox_purchase where reference = :reference")
                                    .param("reference", request + ":1")
                                    .query(String.class)
                                    .list(),
                            found -> found.size() == 1)
                    .getFirst();
            String news = """
                    {"id": "%s", "type": "purchase.updated", "created": "2026-01-31T09:30:00Z",
                     "data": {"id": "%s", "reference": "%s:1", "status": "DELIVERED", "quantity": 24}}
                    """.formatted(UUID.randomUUID(), purchase, request);
            assertThat(told(news, "another secret of theirs")).isEqualTo(401);
            assertThat(told(news, SECRET)).isEqualTo(200);
            assertThat(told(news, SECRET)).isEqualTo(200);
            awaitEnd("goods-booked-in");
            assertThat(shop.told(request)).containsExactly("PLANNED", "PLACED", "24");
        } finally {
            switchedTo("dry-run");
        }
    }

    private static int told(String news, String secret) throws Exception {
        byte[] body = news.getBytes(StandardCharsets.UTF_8);
        return app.exchange(HttpRequest.newBuilder(app.at("/api/v1/webhooks/purchases"))
                        .header(WebhookSignature.HEADER, new WebhookSignature(secret, Clock.systemUTC()).sign(body))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body)))
                .statusCode();
    }

    private static void switchedTo(String state) throws Exception {
        app.put(
                "/api/v1/automations/replenishment",
                "{\"state\": \"" + state + "\", \"reason\": \"a test\", \"by\": \"mara\"}");
    }

    private void lowOf(String supplier) throws Exception {
        assertThat(app.send("POST", "/api/v1/intake/events", """
                        [{"source": "shop", "id": "%1$s", "type": "stock-low", "subject": "%1$s", "time": "2026-01-31T09:30:00Z",
                          "data": {"businessKey": "MUG", "request": {"id": "%1$s"},
                                   "article": {"sku": "MUG", "name": "Mug", "price": 2400, "currency": "EUR", "available": 4, "awaited": 0, "lowAt": 5,
                                               "upTo": 28, "pack": 1, "supplier": "%2$s"}}}]
                        """.formatted(request, supplier))
                        .statusCode())
                .isEqualTo(200);
    }

    private void awaitEnd(String element) {
        await().atMost(OrderJourneyIT.PATIENCE)
                .until(
                        () -> database.sql("""
                                select e.element_id from history.element_instance e
                                  join history.process_instance i on i.key = e.process_instance_key and i.state = 'COMPLETED'
                                  join history.variable v on v.scope_key = i.key and v.name = 'request' and v.value ->> 'id' = :request
                                 where e.element_type = 'END_EVENT'
                                """)
                                .param("request", request)
                                .query(String.class)
                                .list(),
                        List.of(element)::equals);
    }
}
