package io.tillflow.studio;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What programs may do about connectors, by their role, and what they hear while the connectors are away. */
class ConnectorsIT extends HistoryStudio {
    private static final String BASE = "/api/v1/connectors";

    @BeforeEach
    void theConnectorsAnswer() {
        CONNECTORS.begin(false);
    }

    @Test
    void showsHealthBreakerAndRates() {
        JsonNode payments = get(BASE).path("families").get(0);
        assertThat(payments.path("breaker").asString()).isEqualTo("open");
        assertThat(payments.path("lastError").asString()).isEqualTo("503");
        assertThat(payments.path("jobTypes").get(0).path("completedLastMinute").asInt())
                .isEqualTo(3);
        assertThat(payments.path("jobTypes").get(0).path("p95Ms").asLong()).isEqualTo(140);
    }

    @Test
    void pullsTheEmergencyStopInTheNameOfWhoAskedAndNotWithoutAReason() {
        assertThat(put("/outward-stop", "{\"reason\": \" \"}", CLI).body()).contains("reason must be given");
        assertThat(CONNECTORS.told()).isEmpty();
        assertThat(put("/outward-stop", "{\"reason\": \"rehearsal\"}", CLI).statusCode())
                .isEqualTo(204);
        assertThat(CONNECTORS.told()).singleElement().asString().contains("\"reason\":\"rehearsal\"", "\"by\":\"");
    }

    @Test
    void keepsSecretsOutOfTheAuditAndNamesWhatIsWrong() {
        assertThat(get(BASE + "/secrets").path("items").get(0).path("name").asString())
                .isEqualTo("SHOP_TOKEN");
        assertThat(put("/secrets/SHOP_TOKEN", "{\"value\": \"canary-4711\"}", CLI)
                        .statusCode())
                .isEqualTo(204);
        assertThat(CONNECTORS.told()).singleElement().asString().contains("canary-4711");
        assertThat(jdbc.sql("select count(*) from studio.audit a where a::text like '%canary-4711%'")
                        .query(Long.class)
                        .single())
                .isZero();
        HttpResponse<String> refused = put("/secrets/bad%20name", "{\"value\": \"canary-4711\"}", CLI);
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("like SHOP_TOKEN").doesNotContain("canary");
    }

    @Test
    void letsAViewerLookAndNothingElse() {
        String[] viewer = {"Authorization", "Bearer " + token("VIEWER")};
        assertThat(http().get(BASE, viewer).statusCode()).isEqualTo(200);
        assertThat(http().get(BASE + "/secrets", viewer).statusCode()).isEqualTo(403);
        assertThat(put("/secrets/SHOP_TOKEN", "{\"value\": \"abcd\"}", viewer).statusCode())
                .isEqualTo(403);
        assertThat(put("/outward-stop", "{\"reason\": \"x\"}", viewer).statusCode())
                .isEqualTo(403);
        String outage = """
                {"provider": "payments", "latencyMs": 0, "failureRate": 1, "lostAnswerRate": 0, "busyRate": 0, "webhookDelayMs": 0,
                 "webhookCopies": 1, "webhookShuffleMs": 0}""";
        assertThat(put("/sandbox", outage, viewer).statusCode()).isEqualTo(403);
        assertThat(CONNECTORS.told()).isEmpty();
    }

    @Test
    void showsExportsToEverybodyAndLetsAnalystsAloneBeginOne() {
        String[] viewer = {"Authorization", "Bearer " + token("VIEWER"), "Content-Type", "application/json"};
        assertThat(http().get("/api/v1/exports", viewer).body())
                .contains("\"watermark\":\"2026-03-05T09:00:00Z\"", "1 of 2 documents were gone");
        assertThat(http().get("/api/v1/exports/purchases/parquet/parts", viewer).body())
                .contains("day=2026-03-04/purchases.parquet");
        String path = "/api/v1/exports/purchases/parquet/runs";
        assertThat(asked(path, "{}", viewer).statusCode()).isEqualTo(403);
        assertThat(CONNECTORS.told()).isEmpty();
        String[] analyst = {CLI[0], CLI[1], "Content-Type", "application/json"};
        assertThat(asked(path, "{\"from\": \"yesterday\"}", analyst).body()).contains("expected a day like 2026-03-02");
        assertThat(asked(path, "{\"from\": \"2026-03-01\"}", analyst).statusCode())
                .isEqualTo(202);
        assertThat(CONNECTORS.told()).singleElement().asString().contains("2026-03-01", "\"by\":\"");
        assertThat(jdbc.sql("select count(*) from studio.audit a where a::text like '%export.run%'")
                        .query(Long.class)
                        .single())
                .isPositive();
    }

    private HttpResponse<String> asked(String path, String body, String... headers) {
        return http().post(path, "application/json", body.getBytes(StandardCharsets.UTF_8), headers[0], headers[1]);
    }

    @Test
    void showsLanguageModelsToEverybodyAndLetsAnalystsAloneChangeWhatTheyAreTold() {
        assertThat(get("/api/v1/ai").path("routes").path("classify").get(0).asString())
                .isEqualTo("local");
        String text = "{\"text\": \"Choose.\"}";
        String[] viewer = {"Authorization", "Bearer " + token("VIEWER"), "Content-Type", "application/json"};
        assertThat(http().get("/api/v1/ai", viewer).statusCode()).isEqualTo(200);
        assertThat(http().put("/api/v1/ai/prompts/classify", text, viewer).statusCode())
                .isEqualTo(403);
        assertThat(CONNECTORS.told()).isEmpty();
        String[] analyst = {CLI[0], CLI[1], "Content-Type", "application/json"};
        assertThat(http().put("/api/v1/ai/prompts/classify", text, analyst).statusCode())
                .isEqualTo(200);
        assertThat(CONNECTORS.told()).singleElement().asString().contains("Choose.", "\"by\":\"");
        assertThat(http().put("/api/v1/ai/prompts/No%20name", text, analyst).body())
                .contains("like thank-you");
        assertThat(jdbc.sql("select count(*) from studio.audit a where a::text like '%prompt.changed%'")
                        .query(Long.class)
                        .single())
                .isPositive();
    }

    @Test
    void showsLettersToEverybodyAndLetsThoseWhoMaySayWhereNoneGoes() {
        String[] viewer = {"Authorization", "Bearer " + token("VIEWER"), "Content-Type", "application/json"};
        assertThat(http().get("/api/v1/letters/templates", viewer).body()).contains("cart-reminder", "stopUrl");
        assertThat(http().get("/api/v1/letters/templates/cart-reminder?language=en", viewer)
                        .body())
                .contains("Still there for you");
        assertThat(http().get("/api/v1/letters/templates/..%2Fsecrets", viewer).statusCode())
                .isEqualTo(400);
        assertThat(http().get("/api/v1/letters/suppressed", viewer).body()).contains("m…@example.org");
        String path = "/api/v1/letters/suppressed";
        String asked = "{\"address\": \"canary@example.org\", \"reason\": \"asked for it\"}";
        assertThat(asked(path, asked, viewer).statusCode()).isEqualTo(403);
        assertThat(CONNECTORS.told()).isEmpty();
        assertThat(asked(path, asked, CLI).statusCode()).isEqualTo(200);
        assertThat(CONNECTORS.told()).singleElement().asString().contains("canary@example.org", "\"by\":\"");
        assertThat(http().delete(path + "/7", CLI).statusCode()).isEqualTo(204);
        assertThat(jdbc.sql("select count(*) from studio.audit a where a::text like '%letters.suppressed%'")
                        .query(Long.class)
                        .single())
                .isPositive();
        assertThat(jdbc.sql("select count(*) from studio.audit a where a::text like '%canary@%'")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void saysThatTheConnectorsAreAway() {
        CONNECTORS.begin(true);
        HttpResponse<String> away = http().get(BASE, CLI);
        assertThat(away.statusCode()).isEqualTo(503);
        assertThat(away.body()).contains("The connectors are away", "./tillflow status");
    }

    private HttpResponse<String> put(String path, String body, String[] who) {
        String[] headers = {who[0], who[1], "Content-Type", "application/json"};
        return http().put(BASE + path, body, headers);
    }
}
