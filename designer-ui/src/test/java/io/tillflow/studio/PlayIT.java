package io.tillflow.studio;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A play over REST: begun with an example, moved on, kept as a scenario, and run as a test. */
class PlayIT extends HistoryStudio {
    private static final String SESSIONS = "/api/v1/play/sessions";
    private static final String[] NO_HEADERS = {};

    private JsonNode step(String id, String step) {
        return read(post(SESSIONS + "/" + id + "/steps", step, NO_HEADERS), 200);
    }

    @Test
    void playsAReturnByHandAndKeepsItAsAScenario() {
        JsonNode examples = get("/api/v1/models/return-request/examples").path("examples");
        assertThat(examples.findValuesAsString("id")).contains("trigger:return-requested");

        JsonNode begun = read(
                post(
                        SESSIONS,
                        "{\"model\": \"return-request\", \"example\": \"trigger:return-requested\"}",
                        NO_HEADERS),
                201);
        String id = begun.path("id").asString();
        assertThat(begun.path("decisions").get(0).path("decisionId").asString()).isEqualTo("return-policy");
        JsonNode rested = step(id, "{\"run\": true}");
        assertThat(rested.path("waits").findValuesAsString("kind")).doesNotContain("job");
        assertThat(read(post(SESSIONS + "/" + id + "/steps", "{\"task\": \"nobody\"}", NO_HEADERS), 422)
                        .path("detail")
                        .asString())
                .contains("No task nobody is open");

        JsonNode kept = read(post(SESSIONS + "/" + id + "/scenario", "{\"name\": \"By hand\"}", NO_HEADERS), 201);
        assertThat(kept.path("scenario").asString()).isEqualTo("by-hand");
        JsonNode scenarios = get("/api/v1/models/return-request/scenarios");
        assertThat(scenarios.has("by-hand")).isTrue();
        JsonNode tested = read(post("/api/v1/tests?model=return-request"), 200);
        assertThat(tested.path("passed").asInt()).isEqualTo(scenarios.size());
        assertThat(tested.path("failed")).isEmpty();

        assertThat(http().get(SESSIONS + "/" + id, CLI).statusCode()).isEqualTo(200);
        assertThat(http().delete(SESSIONS + "/" + id, CLI).statusCode()).isEqualTo(204);
        assertThat(http().get(SESSIONS + "/" + id, CLI).statusCode()).isEqualTo(404);
    }

    @Test
    void whatTheSandboxIsTooOldForIsNotPlayable() {
        String source = new String(
                http().get("/api/v1/models/return-request", CLI).body().getBytes(StandardCharsets.UTF_8),
                StandardCharsets.UTF_8);
        int version = get("/api/v1/models/return-request/versions")
                .path("versions")
                .get(0)
                .path("version")
                .asInt();
        String newer = source.replaceAll("executionPlatformVersion=\"[^\"]*\"", "executionPlatformVersion=\"8.7.0\"");
        assertThat(newer).isNotEqualTo(source);
        assertThat(http().put("/api/v1/models/return-request", newer, with("If-Match", "\"" + version + "\""))
                        .statusCode())
                .isEqualTo(201);
        try {
            JsonNode refused = read(post(SESSIONS, "{\"model\": \"return-request\"}", NO_HEADERS), 422);
            assertThat(refused.path("detail").asString()).contains("Not playable here", "8.7.0");
        } finally {
            int newest = version + 1;
            http().put("/api/v1/models/return-request", source, with("If-Match", "\"" + newest + "\""));
        }
        JsonNode earlier = read(post(SESSIONS, "{\"model\": \"return-request\", \"version\": 1}", NO_HEADERS), 201);
        assertThat(earlier.path("state").asString()).isEqualTo("FRESH");
        assertThat(http().delete(SESSIONS + "/" + earlier.path("id").asString(), CLI)
                        .statusCode())
                .isEqualTo(204);
        read(post(SESSIONS, "{\"model\": \"nothing\"}", NO_HEADERS), 404);
    }

    private static String[] with(String... headers) {
        return java.util.stream.Stream.concat(java.util.Arrays.stream(CLI), java.util.Arrays.stream(headers))
                .toArray(String[]::new);
    }
}
