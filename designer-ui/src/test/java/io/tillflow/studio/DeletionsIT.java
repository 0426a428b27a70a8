package io.tillflow.studio;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Models deleted over REST: only what nothing needs, and never for good. */
class DeletionsIT extends HistoryStudio {
    private final String id = "send-back-" + Long.toString(System.nanoTime(), Character.MAX_RADIX);

    @BeforeEach
    void aModelOfItsOwn() {
        String name = id.replace('-', ' ');
        read(post("/api/v1/templates/return-request/models", "{\"name\": \"" + name + "\"}"), 201);
    }

    private HttpResponse<String> delete(String model, String... headers) {
        return http().delete("/api/v1/models/" + model, headers.length == 0 ? CLI : headers);
    }

    @Test
    void aDeletedModelLeavesTheListsAndComesBackWithItsVersions() {
        String source = http().get("/api/v1/models/" + id, CLI).body();
        String[] stale = {CLI[0], CLI[1], "If-Match", "\"7\""};
        assertThat(delete(id, stale).statusCode()).isEqualTo(412);
        assertThat(delete(id).statusCode()).isEqualTo(204);

        assertThat(ids("/api/v1/models")).doesNotContain(id);
        assertThat(ids("/api/v1/deleted-models")).contains(id);
        JsonNode gone = read(http().get("/api/v1/models/" + id, CLI), 410);
        assertThat(gone.path("detail").asString()).contains("deleted the model " + id, "restore it");
        String[] match = {CLI[0], CLI[1], "If-Match", "\"1\""};
        HttpResponse<String> saved = http().put("/api/v1/models/" + id, source.replace("Return", "Parcel"), match);
        assertThat(saved.statusCode()).isEqualTo(410);
        assertThat(delete(id).statusCode()).isEqualTo(410);

        JsonNode back = read(post("/api/v1/models/" + id + "/restoration"), 200);
        assertThat(back.path("version").asInt()).isEqualTo(1);
        assertThat(http().get("/api/v1/models/" + id, CLI).body()).isEqualTo(source);
        assertThat(post("/api/v1/models/" + id + "/restoration").statusCode()).isEqualTo(409);
        assertThat(jdbc.sql("select action from studio.audit where subject = :subject order by id")
                        .param("subject", "model/" + id)
                        .query(String.class)
                        .list())
                .containsExactly("model.saved", "model.deleted", "model.restored");
    }

    @Test
    void whatIsDeployedOrCalledStaysAndSaysWhy() {
        JsonNode called = read(delete("order-risk"), 409);
        assertThat(called.path("callers").toString()).contains("\"order-fulfilment\"");
        assertThat(called.path("detail").asString()).contains("called by").contains("order-fulfilment");

        jdbc.sql("""
                        insert into history.process_definition (key, bpmn_process_id, version, resource_name, resource, checksum, state, deployed_at)
                        values (77, :id, 3, :file, '<x/>', 'a', 'ACTIVE', now())""").param("id", id).param("file", id + ".bpmn").update();
        JsonNode live = read(delete(id), 409);
        assertThat(live.path("engineVersion").asInt()).isEqualTo(3);
        assertThat(live.path("callers")).isEmpty();
        assertThat(ids("/api/v1/models")).contains(id);
    }

    @Test
    void onlyWhoDrawsMayDeleteAndAnUnknownModelIsNotFound() {
        String[] viewer = {"Authorization", "Bearer " + token("VIEWER")};
        assertThat(delete(id, viewer).statusCode()).isEqualTo(403);
        assertThat(delete("nothing-" + id).statusCode()).isEqualTo(404);
        assertThat(post("/api/v1/models/nothing-" + id + "/restoration").statusCode())
                .isEqualTo(404);
    }

    @Test
    void aWindowIsCountedForItsOwnerOnlyUntilItLeaves() {
        String presence = "/api/v1/models/" + id + "/presence";
        String[] analyst = {"Authorization", "Bearer " + token("ANALYST"), "Content-Type", "application/json"};
        assertThat(http().put(presence + "/w-" + id, "{\"unsaved\": true}", analyst)
                        .statusCode())
                .isEqualTo(204);
        JsonNode window = get(presence).path("windows").get(0);
        assertThat(window.path("unsaved").asBoolean()).isTrue();
        String[] other = {CLI[0], CLI[1], "Content-Type", "application/json"};
        assertThat(http().put(presence + "/w-" + id, "{}", other).statusCode()).isEqualTo(409);
        assertThat(http().put(presence + "/not%20a%20name", "{}", other).statusCode())
                .isEqualTo(422);
        assertThat(http().delete(presence + "/w-" + id, CLI).statusCode()).isEqualTo(204);
        assertThat(get(presence).path("windows")).hasSize(1);
        assertThat(http().delete(presence + "/w-" + id, analyst).statusCode()).isEqualTo(204);
        assertThat(get(presence).path("windows")).isEmpty();
    }

    private java.util.List<String> ids(String path) {
        return get(path).path("models").findValuesAsString("id");
    }
}
