package io.tillflow.studio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Ended instances deleted by hand: one and many, and what is left of them. The exporter's side is its own DeletionIT. */
class EndedInstancesIT extends HistoryStudio {

    private static final Duration LIMIT = Duration.ofMinutes(2);

    /** 300 called 310; 400 was cancelled; 100 and 200 run. */
    @BeforeEach
    void endedOnes() {
        jdbc.sql("""
                delete from history.deletion; delete from studio.audit;
                insert into history.process_instance (key, process_definition_key, bpmn_process_id, version, state, business_key, started_at, ended_at,
                                                      parent_process_instance_key, parent_element_instance_key, open_incidents) values
                  (300, 7, 'order', 1, 'COMPLETED', 'UM-3', '2026-03-01T12:00:00Z', '2026-03-01T13:00:00Z', null, null, 0),
                  (310, 9, 'parcel', 1, 'COMPLETED', null, '2026-03-01T12:10:00Z', '2026-03-01T12:20:00Z', 300, 301, 0),
                  (400, 7, 'order', 1, 'CANCELLED', 'UM-4', '2026-03-01T12:00:00Z', '2026-03-01T13:00:00Z', null, null, 0);
                insert into history.element_instance (key, process_instance_key, process_definition_key, element_id, element_type, scope_key, state, started_at, ended_at) values
                  (301, 300, 7, 'send', 'CALL_ACTIVITY', 300, 'COMPLETED', '2026-03-01T12:10:00Z', '2026-03-01T12:20:00Z');
                insert into history.variable values (300, 'email', 300, '"ada@example.org"', now()), (310, 'email', 310, '"ada@example.org"', now());
                insert into history.job (key, process_instance_key, process_definition_key, bpmn_process_id, element_instance_key, element_id, type, state, retries, custom_headers, created_at, ended_at) values
                  (320, 300, 7, 'order', 301, 'send', 'io.camunda.zeebe:userTask', 'COMPLETED', 1, '{}', now(), now());
                insert into studio.task_comment (instance_key, task_key, element_id, person, written_at, text) values (300, 320, 'send', 'ines', now(), 'Ada called');
                insert into studio.task_draft (task_key, revision, person, saved_at, data) values (320, 1, 'ines', now(), '{"email": "ada@example.org"}'),
                  (120, 1, 'ines', now(), '{}'), (999, 1, 'ines', now(), '{}');
                insert into studio.audit (at, actor, action, subject, before, after) values
                  (now(), 'ines', 'variables.set', 'instance/300', '{}', '{"email": "ada@example.org"}')""").update();
    }

    @Test
    void oneGoesWithThoseItCalledAndNothingOfItIsLeft() {
        JsonNode receipt = read(delete(300), 202);
        assertThat(receipt.path("state").asString()).isEqualTo("VISIBLE");
        assertThat(http().get("/api/v1/instances/300", CLI).statusCode()).isEqualTo(404);
        assertThat(http().get("/api/v1/instances/310", CLI).statusCode()).isEqualTo(404);
        assertThat(jdbc.sql("""
                        select (select count(*) from history.variable where process_instance_key in (300, 310))
                             + (select count(*) from history.job where process_instance_key = 300)
                             + (select count(*) from studio.task_comment) + (select count(*) from studio.task_draft where task_key = 320)""").query(Long.class).single()).isZero();
        assertThat(jdbc.sql("select count(*) from studio.task_draft where task_key in (120, 999)")
                        .query(Long.class)
                        .single())
                .as("another task's draft stays, also of one that history has not heard of yet")
                .isEqualTo(2);
        String audit = String.join(
                "\n",
                jdbc.sql(
                                "select action || ' ' || subject || ' ' || actor || ' ' || coalesce(before::text, '') || coalesce(after::text, '') from studio.audit")
                        .query(String.class)
                        .list());
        assertThat(audit)
                .doesNotContain("ada@example.org")
                .contains("\"email\": \"deleted\"")
                .contains("instance.deleted instance/300 system (token command line)")
                .contains("\"called\": [\"310\"]");
        assertThat(get("/api/v1/instances/count?state=completed").path("count").asInt())
                .isZero();
    }

    @Test
    void whatRunsOrIsUnknownIsRefusedWithTheReason() {
        HttpResponse<String> running = delete(100);
        assertThat(running.statusCode()).isEqualTo(409);
        assertThat(running.body()).contains("still runs: cancel it first");
        jdbc.sql("update history.process_instance set state = 'ACTIVE', ended_at = null where key = 310")
                .update();
        assertThat(delete(300).body()).contains("still runs: cancel it first");
        assertThat(get("/api/v1/instances/300/variables")).hasSize(1);
        assertThat(delete(1).statusCode()).isEqualTo(404);
        assertThat(delete(400).statusCode()).isEqualTo(202);
        assertThat(delete(400).statusCode()).as("a second time").isEqualTo(404);
        assertThat(get("/api/v1/instances/100").path("instance").path("state").asString())
                .isEqualTo("WAITING");
    }

    @Test
    void askedTwiceUnderOneKeyIsOnceAndOperatorsOnly() {
        String[] looks = {"Authorization", "Bearer " + token("VIEWER")};
        assertThat(http().delete("/api/v1/instances/400", looks).statusCode()).isEqualTo(403);
        JsonNode first = read(delete(400, "Idempotency-Key", "d-1"), 202);
        JsonNode again = read(delete(400, "Idempotency-Key", "d-1"), 202);
        assertThat(again.path("id")).isEqualTo(first.path("id"));
        assertThat(get("/api/v1/commands/" + first.path("id").asString())
                        .path("state")
                        .asString())
                .isEqualTo("VISIBLE");
    }

    @Test
    void manyGoByAFilterOfEndedOnes() {
        String order = "{\"kind\":\"DELETE\",\"filter\":\"process=order\"}";
        assertThat(read(post("/api/v1/batches/preview", order), 200)
                        .path("instances")
                        .asInt())
                .as("of four orders two have ended")
                .isEqualTo(2);
        HttpResponse<String> open =
                post("/api/v1/batches", "{\"kind\":\"DELETE\",\"filter\":\"state=open,completed\"}");
        assertThat(open.statusCode()).isEqualTo(400);
        assertThat(open.body()).contains("what runs is not deleted");
        JsonNode batch = read(post("/api/v1/batches", order), 201);
        String path = "/api/v1/batches/" + batch.path("id").asString();
        await().atMost(LIMIT).until(() -> get(path).path("state").asString().equals("DONE"));
        assertThat(get(path).path("progress").path("done").asInt()).isEqualTo(2);
        assertThat(get(path + "/items").path("items").get(0).path("detail").asString())
                .isEqualTo("deleted with 1 it called");
        assertThat(jdbc.sql("select array_agg(key order by key)::text from history.process_instance")
                        .query(String.class)
                        .single())
                .isEqualTo("{100,200}");
    }

    private HttpResponse<String> delete(long key, String... more) {
        String[] headers = java.util.stream.Stream.concat(java.util.Arrays.stream(CLI), java.util.Arrays.stream(more))
                .toArray(String[]::new);
        return http().delete("/api/v1/instances/" + key, headers);
    }
}
