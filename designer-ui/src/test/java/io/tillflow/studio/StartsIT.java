package io.tillflow.studio;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Data to begin a play with, saved beside its model: in versions, chosen at the next play, carried with the project. */
class StartsIT extends HistoryStudio {
    private static final String STARTS = "/api/v1/models/return-request/starts";
    private static final String[] JSON = {CLI[0], CLI[1], "Content-Type", "application/json"};

    @BeforeEach
    void nothingIsSaved() {
        jdbc.sql("delete from studio.model_start").update();
    }

    private static String file(int items) {
        return """
                {"name": "Many things", "start": {"message": "return-requested", "key": "UM-7",
                 "variables": {"businessKey": "UM-7", "order": {"id": "o7"}, "request": {"id": "r7", "items": %d}}}}""".formatted(items);
    }

    private JsonNode put(String name, String text, int status) {
        return read(http().put(STARTS + "/" + name, text, JSON), status);
    }

    @Test
    void aChangeIsAVersionAndARemovalLosesNone() {
        assertThat(put("many-things", file(5), 200).path("version").asInt()).isEqualTo(1);
        assertThat(put("many-things", file(5), 200).path("version").asInt()).isEqualTo(1);
        assertThat(put("many-things", file(9), 200).path("version").asInt()).isEqualTo(2);
        JsonNode line = get(STARTS).path("starts").get(0);
        assertThat(line.path("title").asString()).isEqualTo("Many things");
        assertThat(line.path("version").asInt()).isEqualTo(2);
        assertThat(items(get(STARTS + "/many-things"))).isEqualTo(9);
        assertThat(items(get(STARTS + "/many-things?version=1"))).isEqualTo(5);

        assertThat(http().delete(STARTS + "/many-things", CLI).statusCode()).isEqualTo(204);
        assertThat(http().delete(STARTS + "/many-things", CLI).statusCode()).isEqualTo(404);
        assertThat(get(STARTS).path("starts")).isEmpty();
        assertThat(items(get(STARTS + "/many-things?version=2"))).isEqualTo(9);
        assertThat(put("many-things", file(9), 200).path("version").asInt()).isEqualTo(4);
    }

    @Test
    void theNextPlayBeginsWithIt() {
        put("many-things", file(5), 200);
        assertThat(get("/api/v1/models/return-request/examples")
                        .path("examples")
                        .get(0)
                        .path("id")
                        .asString())
                .isEqualTo("start:many-things");
        JsonNode scene = read(
                post(
                        "/api/v1/play/sessions",
                        "{\"model\": \"return-request\", \"example\": \"start:many-things\"}",
                        new String[0]),
                201);
        try {
            assertThat(scene.path("variables").path("request").path("items").asInt())
                    .isEqualTo(5);
        } finally {
            http().delete("/api/v1/play/sessions/" + scene.path("id").asString(), CLI);
        }
    }

    @Test
    void goesAlongWithTheProject() throws IOException {
        put("many-things", file(5), 200);
        assertThat(http().get("/api/v1/project", CLI).body()).contains("return-request.starts/many-things.json");
        String path = "return-request.starts/many-things.json";
        assertThat(pushed(path, file(5)).path("outcome").asString()).isEqualTo("unchanged");
        assertThat(pushed(path, file(6)).path("outcome").asString()).isEqualTo("saved");
        assertThat(items(get(STARTS + "/many-things"))).isEqualTo(6);
        assertThat(pushed(path, "{\"name\": \"No start\"}").path("outcome").asString())
                .isEqualTo("refused");
        assertThat(pushed("../starts.bpmn", file(5)).path("message").asString())
                .isEqualTo("It leads out of the folder.");
        assertThat(pushed("notes.txt", "words").path("outcome").asString()).isEqualTo("refused");
        assertThat(pushed("nothing.starts/many-things.json", file(5))
                        .path("outcome")
                        .asString())
                .isEqualTo("refused");
    }

    @Test
    void whatSomebodyChangedOrRemovedSinceThePullIsAConflict() throws IOException {
        put("many-things", file(5), 200);
        int pulled = put("many-things", file(7), 200).path("version").asInt();
        String path = "return-request.starts/many-things.json";
        String versions = "{\"versions\": {\"" + path + "\": %d}}";
        assertThat(outcome(path, file(8), versions.formatted(pulled - 1))).isEqualTo("conflict");
        assertThat(items(get(STARTS + "/many-things"))).isEqualTo(7);
        assertThat(outcome(path, file(7), versions.formatted(pulled - 1))).isEqualTo("unchanged");
        assertThat(outcome(path, file(8), versions.formatted(pulled))).isEqualTo("saved");
        http().delete(STARTS + "/many-things", CLI);
        assertThat(outcome(path, file(8), versions.formatted(pulled + 1))).isEqualTo("conflict");
        assertThat(outcome(path, file(8), "{\"versions\": {\"another.bpmn\": 1}}"))
                .isEqualTo("conflict");
        assertThat(http().get(STARTS + "/many-things", CLI).statusCode()).isEqualTo(404);
    }

    private String outcome(String path, String text, String versions) throws IOException {
        return pushed(Map.of(path, text, "tillflow.json", versions))
                .path("outcome")
                .asString();
    }

    @Test
    void whatCannotBeBegunWithIsRefused() {
        assertThat(put("many-things", "{\"name\": \"x\", \"start\": {\"variables\": {}}}", 422)
                        .path("detail")
                        .asString())
                .contains("either a message, a process or a signal");
        put("many-things", "{", 422);
        put("Many", file(5), 422);
        put("nameless", file(5).replace("Many things", " "), 422);
        String many = "[" + "1,".repeat(100_000) + "1]";
        assertThat(put("long-list", file(5).replace("\"items\"", "\"many\": " + many + ", \"items\""), 422)
                        .path("detail")
                        .asString())
                .contains("at most 256 kB");
        assertThat(http().put(STARTS.replace("return-request", "return-request.bpmn") + "/x", file(5), CLI)
                        .statusCode())
                .isEqualTo(404);
        String[] viewer = {"Authorization", "Bearer " + token("VIEWER"), "Content-Type", "application/json"};
        assertThat(http().put(STARTS + "/many-things", file(5), viewer).statusCode())
                .isEqualTo(403);
    }

    private static int items(JsonNode file) {
        return file.path("start")
                .path("variables")
                .path("request")
                .path("items")
                .asInt();
    }

    private JsonNode pushed(String path, String text) throws IOException {
        return pushed(Map.of(path, text));
    }

    private JsonNode pushed(Map<String, String> files) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (var file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return read(http().post("/api/v1/project", "application/zip", bytes.toByteArray(), CLI), 200)
                .path("files")
                .get(0);
    }
}
