package io.tillflow.connectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.camunda.client.api.command.ClientException;
import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.tillflow.connectors.provider.TestDatabase;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An experiment that is drawn into a process, through the app and the real broker. */
final class ExperimentJourney {
    private static final JsonMapper JSON = new JsonMapper();
    private static final JdbcClient DATABASE = TestDatabase.jdbc();
    private static final String NAME = "journey-" + UUID.randomUUID().toString().substring(0, 8);

    private ExperimentJourney() {}

    private static BpmnModelInstance tries() {
        return Bpmn.createExecutableProcess(NAME)
                .startEvent()
                .message(NAME)
                .serviceTask("assign-arm")
                .zeebeJobType("intelligence.assign-arm")
                .zeebeInput(NAME, "experiment")
                .zeebeInputExpression("1", "version")
                .zeebeInputExpression("unit", "unit")
                .zeebeInputExpression("{usual: 50, new: 50}", "arms")
                .zeebeInput("usual", "usual")
                .zeebeInput("reached", "goal")
                .zeebeInput("tried, elsewhere", "goalElements")
                .zeebeInput("PT3S", "within")
                .zeebeInputExpression("5", "worthwhile")
                .zeebeOutputExpression("arm", "arm")
                .intermediateThrowEvent("tried")
                .endEvent()
                .done();
    }

    static void go(RunningApp app) throws Exception {
        await().atMost(OrderJourneyIT.PATIENCE)
                .ignoreExceptionsInstanceOf(ClientException.class)
                .until(() -> !RunningBroker.client()
                        .newDeployResourceCommand()
                        .addProcessModel(tries(), NAME + ".bpmn")
                        .send()
                        .join()
                        .getProcesses()
                        .isEmpty());
        await().atMost(OrderJourneyIT.PATIENCE)
                .until(() -> app.send("GET", "/api/v1/automations/" + NAME, "").statusCode() == 200);
        String arm = arm(tell(app, "unit-1"));
        assertThat(arm(tell(app, "unit-1"))).isEqualTo(arm);
        assertThat(exposures()).isEqualTo(1);

        app.put("/api/v1/automations/" + NAME, "{\"state\": \"dry-run\", \"by\": \"mara\"}");
        assertThat(arm(tell(app, "unit-2"))).isIn("usual", "new");
        assertThat(arm(tell(app, "unit-1"))).isEqualTo(arm);
        assertThat(exposures()).as("a dry run tries nothing").isEqualTo(1);

        String one = "/api/v1/experiments/" + NAME + "/1";
        await().atMost(OrderJourneyIT.PATIENCE)
                .until(() -> group(get(app, one), arm).path("judged").asInt() == 1);
        assertThat(group(get(app, one), arm).path("mean").asDouble()).isEqualTo(1);
        assertThat(get(app, one).path("word").asString()).isEqualTo("TOO_FEW");
        assertThat(app.send("POST", one + "/stop", "{}").body()).contains("by must be given");
        assertThat(app.send("POST", one + "/stop", "{\"by\": \"ada\"}").body()).contains("STOPPED");
        assertThat(app.send("POST", one + "/taking", "{\"by\": \"ada\", \"arm\": \"x\"}")
                        .body())
                .contains("expected one of the arms [usual, new], but got x");
        assertThat(app.send("GET", "/api/v1/experiments/nothing/1", "").statusCode())
                .isEqualTo(404);
    }

    private static JsonNode group(JsonNode experiment, String arm) {
        return experiment
                .path("groups")
                .valueStream()
                .filter(it -> it.path("arm").asString().equals(arm))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode get(RunningApp app, String path) throws Exception {
        return JSON.readTree(app.send("GET", path, "").body());
    }

    private static int exposures() {
        return DATABASE.sql("select count(*) from intelligence.exposure where name = :name")
                .param("name", NAME)
                .query(Integer.class)
                .single();
    }

    /** Answers the event's id. */
    private static String tell(RunningApp app, String unit) throws Exception {
        String id = UUID.randomUUID().toString();
        assertThat(app.send("POST", "/api/v1/intake/events", """
                [{"source": "test", "id": "%s", "type": "%s", "subject": "%s", "time": "2026-03-02T12:00:00Z", "data": {"unit": "%s"}}]
                """.formatted(id, NAME, id, unit))
                        .statusCode())
                .isEqualTo(200);
        return id;
    }

    private static String arm(String event) {
        return await().atMost(OrderJourneyIT.PATIENCE)
                .until(
                        () -> DATABASE.sql("""
                                select v.value #>> '{}' from history.variable v
                                  join history.message_correlation c on c.process_instance_key = v.scope_key
                                 where c.correlation_key = :event and v.name = 'arm'""")
                                .param("event", event)
                                .query(String.class)
                                .optional()
                                .orElse(""),
                        arm -> !arm.isEmpty());
    }
}
