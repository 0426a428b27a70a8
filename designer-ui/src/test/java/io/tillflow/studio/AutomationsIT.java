package io.tillflow.studio;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What programs may do about automations, by their role, and what is written down about it. */
class AutomationsIT extends HistoryStudio {
    private static final String BASE = "/api/v1/automations";

    @BeforeEach
    void theConnectorsAnswer() {
        CONNECTORS.begin(false);
    }

    @Test
    void showsStateTriggersAndFigures() {
        JsonNode one = get(BASE).path("items").get(0);
        assertThat(one.path("name").asString()).isEqualTo("Return request");
        assertThat(one.path("state").asString()).isEqualTo("paused");
        assertThat(one.path("triggers").get(0).path("message").asString()).isEqualTo("return-requested");
        assertThat(one.path("waiting").asInt()).isEqualTo(2);
        assertThat(one.path("usedToday").path("spend").path("EUR").asInt()).isEqualTo(4200);
    }

    @Test
    void passesOnWhoDecidedWhatAndWritesItDown() {
        assertThat(put("/return-request", "{\"state\": \"dry-run\", \"reason\": \"rehearsal 4711\"}", CLI)
                        .statusCode())
                .isEqualTo(200);
        assertThat(CONNECTORS.told())
                .singleElement()
                .asString()
                .startsWith("PUT /api/v1/automations/return-request ")
                .contains("\"state\":\"dry-run\"", "\"reason\":\"rehearsal 4711\"", "\"by\":\"");
        assertThat(put("/return-request/limits", "{\"messagesPerDay\": 4711}", CLI)
                        .statusCode())
                .isEqualTo(200);
        assertThat(jdbc.sql("""
                select count(*) from studio.audit where subject = 'automation/return-request'
                   and (action = 'automation.changed' and before ->> 'state' = 'paused'
                        or action = 'automation.limited' and after ->> 'messagesPerDay' = '4711')
                """).query(Long.class).single()).isEqualTo(2);
    }

    @Test
    void letsAViewerLookAndNothingElse() {
        String[] viewer = {"Authorization", "Bearer " + token("VIEWER")};
        assertThat(http().get(BASE, viewer).statusCode()).isEqualTo(200);
        assertThat(put("/return-request", "{\"state\": \"on\"}", viewer).statusCode())
                .isEqualTo(403);
        assertThat(put("/return-request/limits", "{}", viewer).statusCode()).isEqualTo(403);
        assertThat(CONNECTORS.told()).isEmpty();
        String[] analyst = {"Authorization", "Bearer " + token("ANALYST")};
        assertThat(put("/return-request", "{\"state\": \"on\"}", analyst).statusCode())
                .isEqualTo(200);
    }

    @Test
    void saysWhyTheConnectorsRefusedAndThatTheyAreAway() {
        HttpResponse<String> unknown = http().get(BASE + "/nothing", CLI);
        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(unknown.body()).contains("no deployed process");
        CONNECTORS.begin(true);
        assertThat(http().get(BASE, CLI).statusCode()).isEqualTo(503);
    }

    private HttpResponse<String> put(String path, String body, String[] who) {
        String[] headers = {who[0], who[1], "Content-Type", "application/json"};
        return http().put(BASE + path, body, headers);
    }
}
