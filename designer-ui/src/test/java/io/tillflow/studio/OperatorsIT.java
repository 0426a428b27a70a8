package io.tillflow.studio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What operators' programs see of a real history, and what they hear while the engine is away. */
class OperatorsIT extends HistoryStudio {

    @Test
    void listsInstancesByStateWithWhereTheyStand() {
        JsonNode failing = get("/api/v1/instances?state=incident").path("items");
        assertThat(failing).hasSize(1);
        assertThat(failing.get(0).path("instance").path("businessKey").asString())
                .isEqualTo("UM-2");
        assertThat(failing.get(0).path("places").get(0).path("elementId").asString())
                .isEqualTo("pay");
        JsonNode first = get("/api/v1/instances?limit=1");
        assertThat(first.path("items")
                        .get(0)
                        .path("instance")
                        .path("businessKey")
                        .asString())
                .isEqualTo("UM-2");
        JsonNode second =
                get("/api/v1/instances?limit=1&after=" + first.path("next").asString());
        assertThat(second.path("items")
                        .get(0)
                        .path("instance")
                        .path("businessKey")
                        .asString())
                .isEqualTo("UM-1");
        assertThat(second.path("next").isNull()).isTrue();
    }

    @Test
    void writesEveryInstanceIntoTheTableHoweverManyThereAre() {
        jdbc.sql("""
                insert into history.process_instance (key, process_definition_key, bpmn_process_id, version, state, started_at, ended_at)
                select 1000000 + n, 9, 'many', 1, 'COMPLETED', timestamptz '2026-03-01T00:00:00Z' + n * interval '1 second', now()
                from generate_series(1, 100501) n""").update();
        String table = http().get("/api/v1/instances.csv?process=many&state=completed", CLI)
                .body();
        assertThat(table.lines()).hasSize(100_502);
        assertThat(table.lines()
                        .skip(1)
                        .map(it -> it.substring(0, it.indexOf(',')))
                        .distinct())
                .hasSize(100_501);
    }

    @Test
    void tellsEveryFactOfAnInstance() {
        assertThat(get("/api/v1/instances/200").path("instance").path("state").asString())
                .isEqualTo("INCIDENT");
        assertThat(get("/api/v1/instances/200/elements")).hasSize(1);
        assertThat(get("/api/v1/instances/200/jobs").get(0).path("retries").asInt())
                .isZero();
        assertThat(get("/api/v1/instances/200/incidents").get(0).path("message").asString())
                .isEqualTo("no such card");
        assertThat(get("/api/v1/instances/100/variables")
                        .get(0)
                        .path("value")
                        .path("total")
                        .asInt())
                .isEqualTo(5000);
        assertThat(get("/api/v1/instances/200/decisions")).isEmpty();
        assertThat(get("/api/v1/instances/200/timeline")
                        .valueStream()
                        .map(it -> it.path("what").asString()))
                .containsExactly("STARTED", "ENTERED", "INCIDENT");
        assertThat(http().get("/api/v1/instances/1", CLI).statusCode()).isEqualTo(404);
    }

    @Test
    void tellsHowAnInstanceWas() {
        JsonNode before = get("/api/v1/instances/200/at?time=2026-03-02T12:01:30Z");
        assertThat(before.path("incidents")).isEmpty();
        assertThat(before.path("tokens").get(0).path("failed").asBoolean()).isFalse();
        JsonNode after = get("/api/v1/instances/200/at?time=2026-03-02T13:02:00%2B01:00");
        assertThat(after.path("instance").path("state").asString()).isEqualTo("INCIDENT");
        assertThat(http().get("/api/v1/instances/200/at?time=noon", CLI).body())
                .contains("expected time to be an instant");
        assertThat(http().get("/api/v1/instances/200/at?time=2026-03-02T11:00:00Z", CLI)
                        .statusCode())
                .isEqualTo(400);
        assertThat(http().get("/api/v1/instances/1/at?time=2026-03-02T12:00:00Z", CLI)
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void warnsOfWhatWaitsSilentlyAndSaysWhy() {
        jdbc.sql("delete from history.incident").update();
        jdbc.sql("update history.job set state = 'CREATED', retries = 3 where key = 220")
                .update();
        JsonNode stall = get("/api/v1/stalls?instance=200").path("items").get(0);
        assertThat(stall.path("elementId").asString()).isEqualTo("pay");
        assertThat(stall.path("cause").path("why").asString()).isEqualTo("NO_WORKER");
        assertThat(stall.path("cause").path("subject").asString()).isEqualTo("payments.take");
        await().atMost(Duration.ofMinutes(2)).untilAsserted(() -> {
            assertThat(get("/api/v1/stalls").path("items").valueStream())
                    .extracting(it -> it.path("elementId").asString())
                    .contains("pay");
            assertThat(get("/api/v1/backlogs").path("items").get(0).path("open").asInt())
                    .isEqualTo(1);
        });
    }

    @Test
    void writesTheListForASpreadsheet() {
        assertThat(http().get("/api/v1/instances.csv?state=open", CLI).body().lines())
                .hasSize(3)
                .anyMatch(it -> it.startsWith("\"100\",\"WAITING\",\"UM-1\""));
    }

    @Test
    void saysWhichParameterItCannotRead() {
        HttpResponse<String> answer = http().get("/api/v1/instances?state=lost", CLI);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("expected state to be");
        assertThat(http().get("/api/v1/instances?after=x", CLI).statusCode()).isEqualTo(400);
    }

    @Test
    void saysThatTheEngineIsAwayAndRecordsNothing() {
        for (String path : new String[] {"instances/100/cancel", "incidents/230/retry", "tasks/120/complete"}) {
            HttpResponse<String> answer = post("/api/v1/" + path);
            assertThat(answer.statusCode()).as(path).isEqualTo(503);
            assertThat(answer.body()).contains("The process engine is away");
        }
        assertThat(jdbc.sql(
                                "select count(*) from studio.audit where action in ('instance.cancelled', 'incident.retried', 'task.completed')")
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(post("/api/v1/incidents/1/retry").statusCode()).isEqualTo(404);
    }

    @Test
    void keepsATaskForWhoClaimedItFirst() {
        assertThat(get("/api/v1/tasks")
                        .path("items")
                        .get(0)
                        .path("groups")
                        .get(0)
                        .asString())
                .isEqualTo("risk");
        assertThat(post("/api/v1/tasks/120/claim").statusCode()).isEqualTo(204);
        assertThat(get("/api/v1/tasks?mine=true").path("items")).hasSize(1);
        jdbc.sql("update studio.task_claim set person = 'ines'").update();
        HttpResponse<String> second = post("/api/v1/tasks/120/claim");
        assertThat(second.statusCode()).isEqualTo(409);
        assertThat(second.body()).contains("ines has taken this task");
        assertThat(post("/api/v1/tasks/120/complete").statusCode()).isEqualTo(409);
        assertThat(post("/api/v1/tasks/999/claim").statusCode()).isEqualTo(404);
    }

    @Test
    void asksForATokenFirst() {
        assertThat(http().get("/api/v1/instances").statusCode()).isEqualTo(401);
        assertThat(http().get("/api/v1/tasks").statusCode()).isEqualTo(401);
    }

    @Test
    void countsAndFindsByVariablesAndIncidents() {
        assertThat(get("/api/v1/instances/count?state=open").path("count").asInt())
                .isEqualTo(2);
        assertThat(get("/api/v1/instances?var=order.total%3E4999").path("items"))
                .hasSize(1);
        assertThat(get("/api/v1/instances?incident=CARD").path("items")).hasSize(1);
        assertThat(http().get("/api/v1/instances?var=%3D1", CLI).body()).contains("expected var to be");
        assertThat(get("/api/v1/incidents").path("items").get(0).path("message").asString())
                .isEqualTo("no such card");
        assertThat(get("/api/v1/instances/100/page").path("jobs")).hasSize(1);
        assertThat(get("/api/v1/processes").path("from").asString()).startsWith("2026-03-02");
    }

    @Test
    void measuresWhereAVersionIsHot() {
        jdbc.sql("""
                insert into history.process_definition (key, bpmn_process_id, version, resource_name, resource, checksum, state, deployed_at)
                  values (7, 'order', 1, 'order.bpmn', '<x/>', 'c', 'ACTIVE', now());
                insert into history.process_instance (key, process_definition_key, bpmn_process_id, version, state, started_at, ended_at)
                  values (300, 7, 'order', 1, 'COMPLETED', '2026-03-01T12:00:00Z', '2026-03-01T13:00:00Z');
                insert into history.element_instance (key, process_instance_key, process_definition_key, element_id, element_type, scope_key, state, started_at, ended_at)
                  values (310, 300, 7, 'pay', 'SERVICE_TASK', 300, 'COMPLETED', '2026-03-01T12:00:00Z', '2026-03-01T12:00:02Z');
                insert into history.sequence_flow values (300, 1, 'to-pay', '2026-03-01T12:00:00Z')""").update();
        JsonNode heat = get("/api/v1/processes/order/heatmap?version=1");
        assertThat(heat.path("sampled").asInt()).isEqualTo(1);
        JsonNode pay = heat.path("elements").get(0);
        assertThat(pay.path("elementId").asString()).isEqualTo("pay");
        assertThat(pay.path("median").asInt()).isEqualTo(2000);
        assertThat(pay.path("active").asInt()).isEqualTo(1);
        assertThat(pay.path("incidents").asInt()).isEqualTo(1);
        assertThat(heat.path("flows").get(0).path("times").asInt()).isEqualTo(1);
        assertThat(http().get("/api/v1/processes/order/heatmap?version=9", CLI).statusCode())
                .isEqualTo(404);
    }
}
