package io.tillflow.studio;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Ending an instance and beginning another one in its place, while the engine is away: what is said before, and what after. */
class RestartsIT extends HistoryStudio {

    private static final String LATE =
            "<bpmn:boundaryEvent id='late' attachedToRef='pay'><bpmn:timerEventDefinition/></bpmn:boundaryEvent>";

    /** Of keys that no other test has: a version never changes, and is remembered. */
    @BeforeEach
    void twoVersionsAndAnotherProcess() {
        jdbc.sql("""
                insert into history.process_definition (key, bpmn_process_id, version, resource_name, resource, checksum, state, deployed_at) values
                  (71, 'order', 1, 'order.bpmn', :one, 'a', 'ACTIVE', now()), (72, 'order', 2, 'order.bpmn', :two, 'b', 'ACTIVE', now()),
                  (73, 'other', 1, 'other.bpmn', :two, 'c', 'ACTIVE', now());
                update history.process_instance set process_definition_key = 71;
                insert into history.variable values (110, 'note', 100, '"local"', now())""")
                .param("one", model("review", ""))
                .param("two", model("check", LATE))
                .update();
    }

    private static String model(String review, String more) {
        return """
                <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"><bpmn:process id="order" isExecutable="true">
                <bpmn:startEvent id="placed"/><bpmn:userTask id="%s" name="Review"/><bpmn:serviceTask id="pay" name="Take payment"/>%s
                <bpmn:parallelGateway id="join" name="Both done"/>
                <bpmn:sequenceFlow id="f1" sourceRef="pay" targetRef="join"/><bpmn:sequenceFlow id="f2" sourceRef="%s" targetRef="join"/>
                </bpmn:process></bpmn:definitions>""".formatted(review, more, review);
    }

    @Test
    void saysWhereItWouldBeginWhatGoesAlongAndWhatDoesNot() {
        JsonNode plan = preview(100, "{\"target\":\"72\"}");
        assertThat(plan.path("problems")).isEmpty();
        assertThat(plan.path("targetVersion").asInt()).isEqualTo(2);
        assertThat(plan.path("at").get(0).asString()).isEqualTo("check");
        assertThat(plan.path("kept").get(0).asString()).isEqualTo("order");
        assertThat(plan.path("left").toString()).contains("review").contains("note");
        assertThat(plan.path("anew").toString()).contains("is given out again");
        JsonNode blockedFromMigrating = preview(200, "{\"target\":\"72\"}");
        assertThat(blockedFromMigrating.path("problems")).isEmpty();
        assertThat(blockedFromMigrating.path("anew").toString()).contains("is done again");
    }

    @Test
    void namesWhatItWouldLose() {
        jdbc.sql(
                        "insert into history.sequence_flow (process_instance_key, element_id, position, taken_at) values (100, 'f1', 5, now())")
                .update();
        assertThat(preview(100, "{}").path("problems").toString()).contains("A token waits at \\\"Both done\\\"");
        assertThat(preview(100, "{\"at\":[\"pay\"]}").path("problems")).isEmpty();
        assertThat(preview(100, "{\"at\":[\"late\"],\"target\":\"72\"}")
                        .path("problems")
                        .toString())
                .contains("is attached to an activity");
        assertThat(preview(100, "{\"target\":\"73\"}").path("problems").toString())
                .contains("no version of process order with key 73");
        HttpResponse<String> refused = post("/api/v1/instances/100/restart", "{\"at\":[\"nowhere\"]}");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("no element \\\"nowhere\\\"");
        assertThat(post("/api/v1/instances/1/restart", "{}").statusCode()).isEqualTo(404);
        assertThat(post("/api/v1/instances/100/restart", "{\"target\":\"v2\"}").statusCode())
                .isEqualTo(400);
    }

    @Test
    void leavesAnInstanceAloneThatWentOnMeanwhile() {
        HttpResponse<String> refused = post("/api/v1/instances/100/restart", "{\"standing\":[\"pay\"]}");
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("went on to [review] meanwhile");
        jdbc.sql("update history.process_instance set state = 'COMPLETED', ended_at = now() where key = 100")
                .update();
        HttpResponse<String> ended = post("/api/v1/instances/100/restart", "{}");
        assertThat(ended.statusCode()).isEqualTo(409);
        assertThat(ended.body()).contains("it was completed at");
    }

    @Test
    void asksNobodyTwiceAndSeesInHistoryWhatAnUnansweredOneBegan() {
        String[] once = {"Idempotency-Key", "r-1"};
        assertThat(post("/api/v1/instances/100/restart", "{\"target\":\"72\"}", once)
                        .statusCode())
                .isEqualTo(503);
        JsonNode receipt = read(post("/api/v1/instances/100/restart", "{\"target\":\"72\"}", once), 202);
        assertThat(receipt.path("state").asString()).isEqualTo("UNANSWERED");
        HttpResponse<String> again = post("/api/v1/instances/100/restart", "{\"target\":\"72\"}");
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(again.body()).contains("was not answered");
        jdbc.sql("""
                insert into history.process_instance (key, process_definition_key, bpmn_process_id, version, state, business_key, started_at, open_incidents)
                  values (300, 72, 'order', 2, 'ACTIVE', 'UM-1', now(), 0);
                insert into history.variable values (300, 'restartOf', 300, '"100"', now())""").update();
        String path = "/api/v1/commands/" + receipt.path("id").asString();
        assertThat(get(path).path("newInstanceKey").asString()).isEqualTo("300");
        assertThat(get(path).path("state").asString()).isEqualTo("UNANSWERED");
        jdbc.sql("update history.process_instance set state = 'CANCELLED', ended_at = now() where key = 100")
                .update();
        assertThat(get(path).path("state").asString()).isEqualTo("VISIBLE");
    }

    @Test
    void usesWhatTheFirstTryBeganHoweverManyFollow() {
        post("/api/v1/instances/100/restart", "{\"target\":\"72\"}");
        jdbc.sql("""
                insert into history.process_instance (key, process_definition_key, bpmn_process_id, version, state, business_key, started_at, open_incidents)
                  values (300, 72, 'order', 2, 'ACTIVE', 'UM-1', now() - interval '10 minutes', 0);
                insert into history.variable values (300, 'restartOf', 300, '"100"', now())""").update();
        for (int again = 2; again <= 4; again++) {
            jdbc.sql("update studio.repair_command set asked_at = asked_at - interval '5 minutes'")
                    .update();
            HttpResponse<String> unanswered = post("/api/v1/instances/100/restart", "{\"target\":\"72\"}");
            assertThat(unanswered.statusCode()).isEqualTo(503);
            assertThat(unanswered.body()).contains("Instance 300 has begun");
        }
        jdbc.sql("update studio.repair_command set asked_at = asked_at - interval '5 minutes'")
                .update();
        HttpResponse<String> another = post("/api/v1/instances/100/restart", "{\"target\":\"71\"}");
        assertThat(another.statusCode()).isEqualTo(409);
        assertThat(another.body()).contains("Instance 300 began").contains("another version");
    }

    @Test
    void saysWhatWasDoneAndIsDoneAgain() {
        jdbc.sql("""
                update history.job set state = 'COMPLETED', ended_at = now() where key = 220;
                insert into history.element_instance (key, process_instance_key, process_definition_key, element_id, element_type, scope_key, state, started_at) values
                  (130, 100, 71, 'pay', 'MULTI_INSTANCE_BODY', 100, 'ACTIVE', now()), (131, 100, 71, 'pay', 'SERVICE_TASK', 130, 'COMPLETED', now()),
                  (132, 100, 71, 'pay', 'SERVICE_TASK', 130, 'ACTIVE', now()), (140, 100, 71, 'lend', 'CALL_ACTIVITY', 100, 'ACTIVE', now())""").update();
        assertThat(preview(200, "{}").path("anew").toString()).contains("was done already and is done again");
        assertThat(preview(100, "{\"at\":[\"pay\"]}").path("anew").toString())
                .contains("1 of the rounds of \\\"Take payment\\\" are done")
                .contains("The process that \\\"lend\\\" called");
    }

    @Test
    void keepsAnInstanceWhoseSubProcessHasVariablesThatNobodyWouldMakeAgain() {
        jdbc.sql("""
                insert into history.process_definition (key, bpmn_process_id, version, resource_name, resource, checksum, state, deployed_at)
                  values (74, 'order', 3, 'order.bpmn', :model, 'd', 'ACTIVE', now());
                update history.process_instance set process_definition_key = 74 where key = 200;
                update history.element_instance set scope_key = 250 where key = 210;
                insert into history.element_instance (key, process_instance_key, process_definition_key, element_id, element_type, scope_key, state, started_at)
                  values (250, 200, 74, 'each', 'SUB_PROCESS', 200, 'ACTIVE', now());
                insert into history.variable values (250, 'line', 200, '1', now())""").param("model", """
                <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"><bpmn:process id="order" isExecutable="true">
                <bpmn:subProcess id="each"><bpmn:serviceTask id="pay"/></bpmn:subProcess></bpmn:process></bpmn:definitions>""").update();
        JsonNode within = preview(200, "{}");
        assertThat(within.path("problems").toString())
                .contains("made by nobody")
                .contains("line");
        JsonNode whole = preview(200, "{\"at\":[\"each\"]}");
        assertThat(whole.path("problems")).isEmpty();
        assertThat(whole.path("left").toString())
                .contains("made by its mappings again")
                .contains("line");
    }

    @Test
    void isForOperators() {
        String[] looks = {"Authorization", "Bearer " + token("VIEWER")};
        byte[] nothing = "{}".getBytes(java.nio.charset.StandardCharsets.UTF_8);
        assertThat(http().post("/api/v1/instances/100/restart", "application/json", nothing, looks)
                        .statusCode())
                .isEqualTo(403);
        assertThat(http().post("/api/v1/instances/100/restart/preview", "application/json", nothing, looks)
                        .statusCode())
                .isEqualTo(200);
    }

    private JsonNode preview(long instance, String wish) {
        return read(post("/api/v1/instances/" + instance + "/restart/preview", wish), 200);
    }
}
