package io.tillflow.studio;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What programs may do about webhooks, by their role, and that secrets are told once and written down nowhere. */
class WebhooksIT extends HistoryStudio {
    private static final String ONE = "/api/v1/webhooks/contact-form";

    @BeforeEach
    void theConnectorsAnswer() {
        CONNECTORS.begin(false);
    }

    @Test
    void tellsASecretOnceAndKeepsItOutOfTheAudit() {
        String asked = "{\"message\": \"form-sent\", \"variables\": {\"topic\": \"/topic\"}, \"perMinute\": 4711}";
        assertThat(http().send("PUT", ONE, asked, CLI).body()).contains("whk_canary");
        assertThat(http().send("POST", ONE + "/secret", "", CLI).body()).contains("whk_canary");
        assertThat(get(ONE).path("secret").isNull()).isTrue();
        assertThat(CONNECTORS.told().getFirst())
                .startsWith("PUT /api/v1/hooks/contact-form ")
                .contains("\"variables\":{\"topic\":\"/topic\"}", "\"by\":\"");
        assertThat(jdbc.sql(
                                "select coalesce(before::text, '') || coalesce(after::text, '') from studio.audit where subject = 'webhook/contact-form'")
                        .query(String.class)
                        .list())
                .anyMatch(row -> row.contains("4711"))
                .noneMatch(row -> row.contains("canary"));
    }

    @Test
    void triesOneOutAndShowsItsCalls() {
        assertThat(http().send("POST", ONE + "/test", "{\"id\": 1}", CLI).body())
                .contains("contact-form/test-1");
        assertThat(CONNECTORS.told()).singleElement().asString().contains("/hooks/contact-form/test {\"id\":1}");
        assertThat(get(ONE + "/deliveries").path("items").get(0).path("outcome").asString())
                .isEqualTo("NOT_GENUINE");
    }

    @Test
    void letsAViewerSeeNoPayloadAndChangeNothing() {
        String[] viewer = {"Authorization", "Bearer " + token("VIEWER")};
        assertThat(http().get(ONE, viewer).statusCode()).isEqualTo(200);
        assertThat(http().get(ONE + "/deliveries", viewer).statusCode()).isEqualTo(403);
        assertThat(http().send("POST", ONE + "/secret", "", viewer).statusCode())
                .isEqualTo(403);
        assertThat(http().send("POST", ONE + "/test", "{}", viewer).statusCode())
                .isEqualTo(403);
        assertThat(http().send("PUT", ONE, "{}", viewer).statusCode()).isEqualTo(403);
        assertThat(CONNECTORS.told()).isEmpty();
    }
}
