package io.tillflow.connectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tillflow.connectors.patterns.ShopFacts;
import io.tillflow.connectors.provider.TestDatabase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import tools.jackson.databind.json.JsonMapper;

/** A pattern through app and broker. */
final class PatternJourney {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private PatternJourney() {}

    /**
     * Seven orders are more than six, and that is one event.
     *
     * @param hears the message that a deployed process is begun by
     */
    static void beginsOneInstance(RunningApp app, String hears) throws Exception {
        ShopFacts.create();
        Instant now = Clock.systemUTC().instant();
        ShopFacts.facts("order", 1, now.minus(Duration.ofDays(30)), "");
        ShopFacts.facts("order", 7, now, "");
        String pattern = "/api/v1/patterns/" + hears;
        String asked = """
                {"metric": "orders", "span": "week", "zone": "UTC", "compare": "above", "bound": 6, "message": "%s", "by": "mara"}""".formatted(hears);
        app.put(pattern, asked);
        long instance = app.awaitInstance(pattern);
        app.put(pattern, asked);
        assertThat(TestDatabase.jdbc()
                        .sql(
                                "select value ->> 'metric' from history.variable where scope_key = :key and name = 'pattern'")
                        .param("key", instance)
                        .query(String.class)
                        .single())
                .isEqualTo("orders");
        assertThat(app.send("POST", "/api/v1/patterns/preview", asked).body()).contains("\"times\":0", "\"days\":90");
        assertThat(app.send("POST", "/api/v1/patterns/preview", "{\"metric\": \"weather\"}")
                        .body())
                .contains("metric must be one of");
        await().atMost(OrderJourneyIT.PATIENCE)
                .until(() -> !JSON.readTree(app.send("GET", pattern, "").body())
                        .path("lookedAt")
                        .isNull());
        assertThat(JSON.readTree(app.send("GET", pattern + "/firings", "").body())
                        .path("items"))
                .hasSize(1);
        assertThat(app.send("DELETE", pattern, "").statusCode()).isEqualTo(204);
        assertThat(app.send("GET", pattern, "").statusCode()).isEqualTo(404);
        ShopFacts.drop();
    }
}
