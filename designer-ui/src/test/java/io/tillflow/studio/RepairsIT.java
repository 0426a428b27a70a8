package io.tillflow.studio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Repairs while the engine is away: what is proposed, what is promised, and what is never done twice. */
class RepairsIT extends HistoryStudio {

    private static final Duration LIMIT = Duration.ofMinutes(2);

    @BeforeEach
    void aModel() {
        jdbc.sql("""
                insert into history.process_definition (key, bpmn_process_id, version, resource_name, resource, checksum, state, deployed_at) values
                  (:v1, 'order', 1, 'order.bpmn', :one, 'a', 'ACTIVE', now()), (:v2, 'order', 2, 'order.bpmn', :two, 'b', 'ACTIVE', now())""")
                .param("v1", 7)
                .param("v2", 8)
                .param("one", model("review", ""))
                .param(
                        "two",
                        model(
                                "check",
                                "<bpmn:boundaryEvent id='late' attachedToRef='pay'><bpmn:timerEventDefinition/></bpmn:boundaryEvent>"))
                .update();
    }

    private static String model(String review, String more) {
        return """
                <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"><bpmn:process id="order" isExecutable="true">
                <bpmn:startEvent id="placed"/><bpmn:userTask id="%s" name="Review"/><bpmn:serviceTask id="pay" name="Take payment"/>%s
                <bpmn:eventBasedGateway id="race"/><bpmn:intermediateCatchEvent id="paid"><bpmn:messageEventDefinition/></bpmn:intermediateCatchEvent>
                <bpmn:sequenceFlow id="f" sourceRef="race" targetRef="paid"/></bpmn:process></bpmn:definitions>""".formatted(review, more);
    }

    @Test
    void showsWhatAChangeOfTokensWouldDo() {
        JsonNode plan = read(
                post("/api/v1/instances/100/modify/preview", "{\"moves\":[{\"from\":\"review\",\"to\":\"pay\"}]}"),
                200);
        assertThat(plan.path("problems")).isEmpty();
        assertThat(plan.path("places").get(0).path("after").asInt()).isZero();
        assertThat(plan.path("places").get(1).path("elementId").asString()).isEqualTo("pay");
        assertThat(plan.path("modification").path("terminate").get(0).asLong()).isEqualTo(110);
    }

    @Test
    void saysWhereATokenCannotGo() {
        assertThat(problem("placed")).contains("only starts instances");
        assertThat(problem("paid")).contains("event-based gateway");
        assertThat(problem("nowhere")).contains("no element");
        assertThat(read(post("/api/v1/instances/100/modify/preview", "{\"ends\":[\"pay\"]}"), 200)
                        .toString())
                .contains("No token stands at");
        assertThat(read(post("/api/v1/instances/100/modify/preview", "{\"ends\":[\"review\"]}"), 200)
                        .path("endsTheInstance")
                        .asBoolean())
                .isTrue();
        HttpResponse<String> refused = post("/api/v1/instances/100/modify", "{\"adds\":[{\"element\":\"placed\"}]}");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(post("/api/v1/instances/1/modify", "{\"ends\":[\"x\"]}").statusCode())
                .isEqualTo(404);
    }

    private String problem(String element) {
        return read(post("/api/v1/instances/100/modify/preview", "{\"adds\":[{\"element\":\"" + element + "\"}]}"), 200)
                .path("problems")
                .get(0)
                .path("message")
                .asString();
    }

    @Test
    void suggestsAMappingAndNamesWhatKeepsAnInstanceFromMigrating() {
        JsonNode byName = get("/api/v1/instances/100/migration?target=8");
        assertThat(byName.path("possible").asBoolean()).isTrue();
        assertThat(byName.path("mapping").get(0).path("to").asString()).isEqualTo("check");
        JsonNode blocked = get("/api/v1/instances/200/migration?target=8");
        assertThat(blocked.path("problems").get(0).path("elementId").asString()).isEqualTo("pay");
        assertThat(blocked.path("problems").get(0).path("message").asString()).contains("\"late\" is attached");
        assertThat(get("/api/v1/instances/100/migration?target=7")
                        .path("problems")
                        .toString())
                .contains("already runs in this version");
    }

    @Test
    void promisesNothingItDoesNotKnowAndSeesInHistoryWhatHappened() {
        String[] once = {"Idempotency-Key", "k-1"};
        assertThat(post("/api/v1/instances/100/cancel", "", once).statusCode()).isEqualTo(503);
        JsonNode receipt = read(post("/api/v1/instances/100/cancel", "", once), 202);
        assertThat(receipt.path("state").asString()).isEqualTo("UNANSWERED");
        jdbc.sql("""
                update history.process_instance set state = 'CANCELLED', ended_at = now(), ended_position = 4712 where key = 100""").update();
        String id = receipt.path("id").asString();
        assertThat(get("/api/v1/commands/" + id).path("state").asString()).isEqualTo("VISIBLE");
        assertThat(get("/api/v1/commands/" + id).path("position").asLong()).isEqualTo(4712);
        assertThat(read(post("/api/v1/instances/100/cancel", "", once), 202)
                        .path("id")
                        .asString())
                .isEqualTo(id);
        HttpResponse<String> ended = post("/api/v1/instances/100/cancel", "");
        assertThat(ended.statusCode()).isEqualTo(409);
        assertThat(ended.body()).contains("it was cancelled at");
        assertThat(get("/api/v1/instances/100/commands").path("items")).hasSize(2);
        HttpResponse<String> another = post("/api/v1/instances/200/cancel", "", once);
        assertThat(another.statusCode()).isEqualTo(422);
        assertThat(another.body()).contains("but this is another");
    }

    @Test
    void findsTheRecordThatShowsAModification() {
        assertThat(post("/api/v1/instances/100/modify", "{\"moves\":[{\"from\":\"review\",\"to\":\"pay\"}]}")
                        .statusCode())
                .isEqualTo(503);
        jdbc.sql("insert into history.modification values (100, 4711, '[]', '[]', now())")
                .update();
        JsonNode receipt = get("/api/v1/instances/100/commands").path("items").get(0);
        assertThat(receipt.path("state").asString()).isEqualTo("VISIBLE");
        assertThat(receipt.path("position").asLong()).isEqualTo(4711);
    }

    @Test
    void findsTheRecordsThatShowARetryAndAMessage() {
        assertThat(post("/api/v1/instances/200/retry", "").statusCode()).isEqualTo(503);
        assertThat(get("/api/v1/instances/200/commands")
                        .path("items")
                        .get(0)
                        .path("state")
                        .asString())
                .isEqualTo("UNANSWERED");
        String[] again = {"Idempotency-Key", "s-1"};
        assertThat(post("/api/v1/incidents/230/retry", "", again).statusCode()).isEqualTo(503);
        jdbc.sql("""
                update history.incident set state = 'RESOLVED', resolved_at = now(), resolved_position = 4713 where key = 230""").update();
        JsonNode step = read(post("/api/v1/incidents/230/retry", "", again), 202);
        assertThat(step.path("state").asString()).isEqualTo("VISIBLE");
        assertThat(step.path("position").asLong()).isEqualTo(4713);
        HttpResponse<String> resolved = post("/api/v1/incidents/230/retry", "");
        assertThat(resolved.statusCode()).isEqualTo(409);
        assertThat(resolved.body()).contains("it was resolved at");
        JsonNode retried = get("/api/v1/instances/200/commands").path("items").get(2);
        assertThat(retried.path("state").asString()).isEqualTo("VISIBLE");
        assertThat(retried.path("position").asLong()).isEqualTo(4713);

        String message = "{\"name\":\"order-paid\",\"correlationKey\":\"o1\",\"id\":\"m-4714\"}";
        String[] once = {"Idempotency-Key", "m-1"};
        assertThat(post("/api/v1/messages", message, once).statusCode()).isEqualTo(503);
        jdbc.sql("""
                insert into history.message (key, name, correlation_key, message_id, state, variables, published_at, deadline, published_position)
                values (4714, 'order-paid', 'o1', 'm-4714', 'PUBLISHED', '{}', now(), now(), 4714)""").update();
        JsonNode published = read(post("/api/v1/messages", message, once), 202);
        assertThat(published.path("state").asString()).isEqualTo("VISIBLE");
        assertThat(published.path("position").asLong()).isEqualTo(4714);
    }

    @Test
    void setsVariablesOnlyFromWhereTheyBelong() {
        String path = "/api/v1/instances/200/variables";
        String[] json = {"Authorization", CLI[1], "Content-Type", "application/json"};
        HttpResponse<String> bare = http().put(path, "{\"known\": true}", json);
        assertThat(bare.statusCode()).isEqualTo(400);
        assertThat(bare.body()).contains("expected variables to set");
        assertThat(http().put(path, "{\"variables\": {}}", json).statusCode()).isEqualTo(400);
        assertThat(get("/api/v1/instances/200/commands").path("items")).isEmpty();
        assertThat(http().put(path, "{\"variables\": {\"known\": true}}", json).statusCode())
                .isEqualTo(503);
        jdbc.sql("insert into history.variable_change values (200, 4715, 200, 'known', 'true', now())")
                .update();
        JsonNode set = get("/api/v1/instances/200/commands").path("items").get(0);
        assertThat(set.path("state").asString()).isEqualTo("VISIBLE");
        assertThat(set.path("position").asLong()).isEqualTo(4715);
        jdbc.sql("delete from history.variable_change where process_instance_key = 200")
                .update();
    }

    @Test
    void givesEveryInstanceOfABatchAResult() {
        String order = "{\"kind\":\"MOVE\",\"filter\":\"process=order\",\"from\":\"ship\",\"to\":\"pay\"}";
        assertThat(read(post("/api/v1/batches/preview", order), 200)
                        .path("instances")
                        .asInt())
                .isEqualTo(2);
        String[] once = {"Idempotency-Key", "b-1"};
        JsonNode batch = read(post("/api/v1/batches", order, once), 201);
        assertThat(read(post("/api/v1/batches", order, once), 201).path("id")).isEqualTo(batch.path("id"));
        HttpResponse<String> other = post("/api/v1/batches", order.replace("ship", "review"), once);
        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(other.body()).contains("but this is another");
        String path = "/api/v1/batches/" + batch.path("id").asString();
        await().atMost(LIMIT).until(() -> get(path).path("state").asString().equals("DONE"));
        assertThat(get(path).path("progress").path("nothingToDo").asInt()).isEqualTo(2);
        assertThat(get(path + "/items?state=NOTHING_TO_DO").path("items")).hasSize(2);
        assertThat(post(path + "/pause", "").statusCode()).isEqualTo(409);
    }

    @Test
    void takesAlongThoseThatCanGoOnInAnotherVersionAndSaysWhatKeepsTheOthers() {
        String order = "{\"kind\":\"MIGRATE\",\"filter\":\"process=order\",\"to\":\"%s\"}";
        String path = "/api/v1/batches/"
                + read(post("/api/v1/batches", order.formatted("8")), 201)
                        .path("id")
                        .asString();
        await().atMost(LIMIT)
                .until(() -> get(path).path("progress").path("refused").asInt() == 1);
        JsonNode refused = get(path + "/items?state=REFUSED").path("items").get(0);
        assertThat(refused.path("instanceKey").asString()).isEqualTo("200");
        assertThat(refused.path("detail").asString()).contains("\"late\" is attached");
        assertThat(get(path + "/items?state=PENDING")
                        .path("items")
                        .get(0)
                        .path("instanceKey")
                        .asString())
                .as("the engine is away")
                .isEqualTo("100");
        jdbc.sql("update history.process_instance set process_definition_key = 8, version = 2 where key = 100")
                .update();
        await().atMost(LIMIT).until(() -> get(path).path("state").asString().equals("DONE"));
        assertThat(get(path).path("progress").path("nothingToDo").asInt()).isEqualTo(1);

        String back = order.formatted("7").replace("process=order", "process=order&state=open");
        String older = "/api/v1/batches/"
                + read(post("/api/v1/batches", back), 201).path("id").asString();
        await().atMost(LIMIT).until(() -> get(older).path("state").asString().equals("DONE"));
        assertThat(get(older).path("progress").path("nothingToDo").asInt())
                .as("none goes back")
                .isEqualTo(2);
        assertThat(post("/api/v1/batches", order.formatted("newest")).body()).contains("the key of a process version");
        assertThat(post("/api/v1/batches", order.formatted("9")).statusCode()).isEqualTo(503);
    }

    @Test
    void waitsWithABatchWhileTheEngineIsAwayAndStopsWhenTold() {
        JsonNode batch = read(post("/api/v1/batches", "{\"kind\":\"CANCEL\",\"filter\":\"state=open\"}"), 201);
        String path = "/api/v1/batches/" + batch.path("id").asString();
        assertThat(read(post(path + "/pause", ""), 200).path("state").asString())
                .isEqualTo("PAUSED");
        assertThat(read(post(path + "/resume", ""), 200).path("state").asString())
                .isEqualTo("RUNNING");
        JsonNode ended = read(post(path + "/cancel", ""), 200);
        assertThat(ended.path("state").asString()).isEqualTo("CANCELLED");
        assertThat(ended.path("progress").path("done").asInt()).isZero();
        assertThat(get("/api/v1/instances/count?state=open").path("count").asInt())
                .isEqualTo(2);
    }

    @Test
    void refusesABatchThatDoesNotSayWhatItIsAbout() {
        assertThat(post("/api/v1/batches", "{\"kind\":\"CANCEL\"}").body()).contains("expected a filter");
        assertThat(post("/api/v1/batches", "{\"kind\":\"CANCEL\",\"filter\":\"proces=order\"}")
                        .body())
                .contains("but it has \\\"proces\\\"");
        assertThat(post("/api/v1/batches", "{\"kind\":\"RETRY\",\"filter\":\"process=none\"}")
                        .body())
                .contains("No instance matches");
        assertThat(get("/api/v1/batches").path("items")).isEmpty();
    }
}
