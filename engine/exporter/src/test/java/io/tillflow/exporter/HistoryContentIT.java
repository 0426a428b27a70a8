package io.tillflow.exporter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.ClientStatusException;
import io.camunda.client.api.response.ActivatedJob;
import io.camunda.client.api.response.ProcessInstanceEvent;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a real broker's records become, kind by kind. */
class HistoryContentIT {

    private static final Suite SUITE = Suite.running();
    private static final long FIRST_KEY = 1L << 51;
    private static final CamundaClient CLIENT = SUITE.client();

    @BeforeAll
    static void deploy() {
        CLIENT.newDeployResourceCommand()
                .addProcessModel(TestModels.order(), "order.bpmn")
                .addProcessModel(TestModels.waiting("wait"), "waiting.bpmn")
                .addProcessModel(TestModels.onSignal(), "on-signal.bpmn")
                .addProcessModel(TestModels.zeebeTask(), "zeebe-task.bpmn")
                .addResourceFromClasspath("risk.dmn")
                .addResourceFromClasspath("review.form")
                .send()
                .join();
    }

    @AfterAll
    static void close() {
        CLIENT.close();
    }

    @Test
    void anOrdersWholeStory() throws Exception {
        publish("order-placed", "o-1", "event-1", Map.of("businessKey", "R-1001", "orderId", "o-1", "amount", 250));
        ActivatedJob charge = job("charge");
        CLIENT.newFailCommand(charge)
                .retries(0)
                .errorMessage("no route to bank")
                .send()
                .join();
        long instance = charge.getProcessInstanceKey();
        expect(
                1,
                "incident",
                "state = 'OPEN' AND error_message LIKE 'no route%' AND process_instance_key = " + instance);
        expect(1, "process_instance", "business_key = 'R-1001' AND open_incidents = 1 AND key = " + instance);
        expect(
                1,
                "decision_evaluation",
                "output = '\"high\"' AND decision_id = 'risk' AND element_id = 'assess'"
                        + " AND evaluated #>> '{0,matchedRules,0,ruleId}' = 'large' AND process_instance_key = "
                        + instance);
        resolve(instance, charge.getKey());
        ActivatedJob again = job("charge");
        CLIENT.newCompleteCommand(again)
                .variables(Map.of("receipt", "r-7"))
                .send()
                .join();
        expect(
                1,
                "message_subscription",
                "name = 'paid' AND correlation_key = 'o-1' AND state = 'OPEN' AND process_instance_key = " + instance);
        publish("paid", "o-1", "event-2", Map.of());
        ActivatedJob review = job("io.camunda.zeebe:userTask");
        CLIENT.newCompleteCommand(review).send().join();
        expect(1, "process_instance", "state = 'COMPLETED' AND open_incidents = 0 AND key = " + instance);
        checkFinished(instance, charge.getKey());
    }

    private static void checkFinished(long instance, long job) throws Exception {
        String ofInstance = " AND process_instance_key = " + instance;
        expect(1, "job", "state = 'COMPLETED' AND variables ->> 'receipt' = 'r-7' AND key = " + job);
        expect(1, "job", "custom_headers ->> 'currency' = 'EUR' AND worker = 'default' AND key = " + job);
        expect(1, "incident", "state = 'RESOLVED' AND resolved_position > 0 AND job_key = " + job);
        expect(1, "timer", "element_id = 'pause' AND state = 'TRIGGERED'" + ofInstance);
        expect(1, "message_subscription", "name = 'paid' AND state = 'CORRELATED'" + ofInstance);
        expect(1, "message_correlation", "kind = 'START' AND message_id = 'event-1'" + ofInstance);
        expect(
                1,
                "message_correlation",
                "kind = 'CATCH' AND message_id = 'event-2' AND element_id = 'paid'" + ofInstance);
        expect(1, "variable", "name = 'risk' AND value = '\"high\"' AND scope_key = process_instance_key" + ofInstance);
        expect(1, "variable_change", "name = 'receipt' AND scope_key = process_instance_key" + ofInstance);
        expect(6, "sequence_flow", "true" + ofInstance);
        expect(8, "element_instance", "state = 'COMPLETED'" + ofInstance);
        expect(
                1,
                "process_definition",
                "bpmn_process_id = 'order' AND resource LIKE '%charge%' AND length(checksum) = 32");
        expect(1, "form", "form_id = 'review' AND resource LIKE '%approved%'");
        expect(1, "decision_definition", "decision_id = 'risk' AND name = 'Risk'");
        expect(1, "drg", "drg_id = 'risk-decisions' AND resource LIKE '%matchedRules%' = false");
    }

    @Test
    void anErrorThatTheModelCatches() throws Exception {
        publish("order-placed", "o-2", "event-3", Map.of("businessKey", 2002, "orderId", "o-2", "amount", 5));
        ActivatedJob charge = job("charge");
        CLIENT.newThrowErrorCommand(charge)
                .errorCode("DECLINED")
                .errorMessage("card is stolen")
                .send()
                .join();
        long instance = charge.getProcessInstanceKey();
        expect(1, "process_instance", "state = 'COMPLETED' AND business_key = '2002' AND key = " + instance);
        expect(1, "job", "state = 'ERROR_THROWN' AND error_code = 'DECLINED' AND key = " + charge.getKey());
        expect(
                1,
                "element_instance",
                "element_id = 'charge' AND state = 'TERMINATED' AND process_instance_key = " + instance);
    }

    @Test
    void whatOperatorsDo() throws Exception {
        long target = CLIENT.newDeployResourceCommand()
                .addProcessModel(TestModels.waiting("linger"), "waiting.bpmn")
                .send()
                .join()
                .getProcesses()
                .getFirst()
                .getProcessDefinitionKey();
        ProcessInstanceEvent instance = CLIENT.newCreateInstanceCommand()
                .bpmnProcessId("waiting")
                .version(1)
                .send()
                .join();
        long key = instance.getProcessInstanceKey();
        CLIENT.newMigrateProcessInstanceCommand(key)
                .migrationPlan(target)
                .addMappingInstruction("wait", "linger")
                .send()
                .join();
        expect(1, "process_instance", "version = 2 AND key = " + key);
        expect(1, "element_instance", "element_id = 'linger' AND process_instance_key = " + key);
        expect(1, "job", "element_id = 'linger' AND process_instance_key = " + key);
        expect(1, "migration", "target_process_definition_key = " + target + " AND process_instance_key = " + key);
        CLIENT.newModifyProcessInstanceCommand(key)
                .activateElement("linger")
                .send()
                .join();
        expect(1, "modification", "activated #>> '{0,elementId}' = 'linger' AND process_instance_key = " + key);
        CLIENT.newSetVariablesCommand(key)
                .variables(Map.of("businessKey", "W-1"))
                .send()
                .join();
        expect(1, "process_instance", "business_key = 'W-1' AND key = " + key);
        CLIENT.newCancelInstanceCommand(key).send().join();
        expect(
                1,
                "process_instance",
                "state = 'CANCELLED' AND ended_at IS NOT NULL AND ended_position > 0 AND key = " + key);
        expect(2, "job", "state = 'CANCELLED' AND process_instance_key = " + key);
    }

    @Test
    void signalsTasksAndRefusals() throws Exception {
        CLIENT.newBroadcastSignalCommand()
                .signalName("alarm")
                .variables(Map.of("floor", 3))
                .send()
                .join();
        expect(1, "signal", "name = 'alarm' AND variables ->> 'floor' = '3'");
        expect(1, "process_instance", "bpmn_process_id = 'on-signal' AND state = 'COMPLETED'");
        CLIENT.newCreateInstanceCommand()
                .bpmnProcessId("zeebe-task")
                .latestVersion()
                .send()
                .join();
        expect(1, "user_task", "state = 'CREATED' AND assignee = 'ada' AND candidate_groups = '[\"clerks\"]'");
        long nobody = FIRST_KEY + (1L << 40);
        assertThatThrownBy(() -> CLIENT.newCancelInstanceCommand(nobody).send().join())
                .isInstanceOf(ClientStatusException.class);
        expect(
                1,
                "rejection",
                "value_type = 'PROCESS_INSTANCE' AND intent = 'CANCEL' AND reason <> '' AND key = " + nobody);
        publish("nobody-listens", "x", "event-9", Map.of());
        expect(
                1,
                "message",
                "name = 'nobody-listens' AND message_id = 'event-9' AND correlation_key = 'x' AND published_position > 0");
    }

    @Test
    void hostileValuesHoldUpNothing() throws Exception {
        String deep = "[".repeat(900) + "]".repeat(900);
        long key = CLIENT.newCreateInstanceCommand()
                .bpmnProcessId("waiting")
                .version(1)
                .variables("{\"businessKey\": \"" + "k".repeat(5_000)
                        + "\", \"nul\": \"a\\u0000b\", \"tab\": \"a\\tb\\\\N\\n\"," + "\"half\": \"\\ud800\", \""
                        + "n".repeat(4_000) + "\": 1, \"deep\": " + deep + "}")
                .send()
                .join()
                .getProcessInstanceKey();
        expect(1, "process_instance", "length(business_key) = 256 AND key = " + key);
        expect(1, "variable", "name = 'nul' AND value #>> '{}' = U&'a\\FFFDb' AND scope_key = " + key);
        expect(1, "variable", "name = 'tab' AND value #>> '{}' = E'a\\tb\\\\N\\n' AND scope_key = " + key);
        expect(1, "variable", "length(name) = 500 AND scope_key = " + key);
        expect(1, "variable", "name = 'deep' AND scope_key = " + key);
    }

    @Test
    void whatAnOutsiderAltersIsFound() throws Exception {
        long key = CLIENT.newCreateInstanceCommand()
                .bpmnProcessId("waiting")
                .version(1)
                .variables(Map.of("amount", 7))
                .send()
                .join()
                .getProcessInstanceKey();
        expect(1, "variable", "name = 'amount' AND scope_key = " + key);
        assertThat(SUITE.verify().json()).contains("\"different\":0");
        SUITE.database()
                .execute("UPDATE history.variable SET value = '8' WHERE name = 'amount' AND scope_key = " + key);
        assertThat(SUITE.verify().json())
                .contains("\"different\":1")
                .contains("\"table\":\"variable\",\"columns\":[\"value\"]");
        SUITE.database().execute("DELETE FROM history.variable WHERE name = 'amount' AND scope_key = " + key);
        assertThat(SUITE.verify().different()).isEqualTo(1);
        SUITE.database()
                .execute("INSERT INTO history.variable (scope_key, name, process_instance_key, value, updated_at)"
                        + " SELECT scope_key, name, process_instance_key, value, changed_at FROM history.variable_change"
                        + " WHERE name = 'amount' AND scope_key = " + key);
        assertThat(SUITE.verify().holds()).isTrue();
        assertThat(SUITE.database().query("SELECT count(*) FROM pg_namespace WHERE nspname LIKE 'history_%'"))
                .isEqualTo("0");
    }

    @Test
    void whatWasWrittenBeforePositionsWereKeptDiffersInNothing() throws Exception {
        publish("before-positions", "p", "event-10", Map.of());
        expect(1, "message", "message_id = 'event-10' AND published_position > 0");
        SUITE.database().execute("UPDATE history.message SET published_position = NULL WHERE message_id = 'event-10'");
        assertThat(SUITE.verify().json()).contains("\"table\":\"message\",\"columns\":[\"published_position\"]");
        SUITE.database()
                .execute(
                        "INSERT INTO history.positions_begin SELECT partition_id, position FROM history.export_position");
        for (String column : List.of(
                "process_instance.ended_position", "incident.resolved_position", "message.published_position")) {
            String table = column.substring(0, column.indexOf('.'));
            String name = column.substring(column.indexOf('.') + 1);
            SUITE.database()
                    .execute("UPDATE history." + table + " t SET " + name
                            + " = NULL FROM history.positions_begin b WHERE t." + name + " <= b.position");
        }
        publish("after-positions", "p", "event-11", Map.of());
        expect(1, "message", "message_id = 'event-11' AND published_position > 0");
        assertThat(SUITE.verify().json()).contains("\"different\":0");
    }

    private static void publish(String name, String correlationKey, String id, Map<String, Object> variables) {
        CLIENT.newPublishMessageCommand()
                .messageName(name)
                .correlationKey(correlationKey)
                .messageId(id)
                .timeToLive(Duration.ofMinutes(1))
                .variables(variables)
                .send()
                .join();
    }

    private static ActivatedJob job(String type) {
        return CLIENT.newActivateJobsCommand()
                .jobType(type)
                .maxJobsToActivate(1)
                .requestTimeout(Duration.ofSeconds(60))
                .send()
                .join()
                .getJobs()
                .getFirst();
    }

    private static void resolve(long instance, long job) throws Exception {
        CLIENT.newUpdateRetriesCommand(job).retries(1).send().join();
        CLIENT.newResolveIncidentCommand(Long.parseLong(SUITE.database()
                        .query("SELECT key FROM history.incident WHERE process_instance_key = " + instance)))
                .send()
                .join();
    }

    private static void expect(long rows, String table, String condition) {
        Suite.await(rows + " of " + table + " where " + condition)
                .until(() -> SUITE.database().count(table, condition) == rows);
    }
}
