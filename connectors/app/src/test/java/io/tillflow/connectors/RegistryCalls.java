package io.tillflow.connectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tillflow.connectors.provider.TestDatabase;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The running connectors with a made-up past, and what a test asks their registry. */
abstract class RegistryCalls {
    static final JsonMapper JSON = new JsonMapper();
    static final JdbcClient DATABASE = TestDatabase.jdbc();

    private static FakeShop shop;
    static RunningApp app;

    @BeforeAll
    static void startTheApp() throws Exception {
        PastOrders.create();
        shop = new FakeShop();
        app = RunningApp.start(shop);
    }

    @AfterAll
    static void stopTheApp() {
        app.close();
        shop.close();
        PastOrders.drop();
    }

    static void awaitDone(String training) {
        await().atMost(OrderJourneyIT.PATIENCE).until(() -> !state(training).matches("(ASKED|RUNNING) "));
    }

    static JsonNode scores(String order) throws Exception {
        return JSON.readTree(
                call("GET", "/customer-value/scores?order=" + order, "").body());
    }

    static String day(int fromToday) {
        return java.time.LocalDate.now(java.time.ZoneOffset.UTC)
                .plusDays(fromToday)
                .toString();
    }

    static JsonNode forecast(String sku, int days) throws Exception {
        return JSON.readTree(
                call("GET", "/demand/forecasts/" + sku + "?days=" + days, "").body());
    }

    static String ask() throws Exception {
        return ask("recommendation");
    }

    static String ask(String model) throws Exception {
        HttpResponse<String> asked = call("POST", "/" + model + "/trainings", "{\"by\":\"ada\"}");
        assertThat(asked.statusCode()).as(asked.body()).isEqualTo(202);
        return JSON.readTree(asked.body()).get("id").asString();
    }

    static String state(String training) {
        return DATABASE.sql("select state || ' ' || coalesce(reason, '') from intelligence.training where id = :id")
                .param("id", training)
                .query(String.class)
                .single();
    }

    static void awaitEnd(String training, String endEvent) {
        await().atMost(OrderJourneyIT.PATIENCE)
                .untilAsserted(() -> assertThat(PastOrders.ends(training))
                        .as("training %s is %s", training, state(training))
                        .containsExactly(endEvent));
    }

    static JsonNode models() throws Exception {
        return JSON.readTree(call("GET", "", "").body());
    }

    static JsonNode versions() throws Exception {
        return JSON.readTree(call("GET", "/recommendation/versions", "").body()).get("items");
    }

    static List<String> changes() throws Exception {
        return JSON.readTree(call("GET", "/recommendation/changes", "").body())
                .get("items")
                .valueStream()
                .filter(change -> !change.get("kind").asString().equals("REFUSED"))
                .map(change -> change.get("kind").asString() + " "
                        + change.get("actor").asString())
                .toList();
    }

    static HttpResponse<String> call(String method, String path, String body) throws Exception {
        return app.send(method, "/api/v1/registry" + path, body);
    }
}
