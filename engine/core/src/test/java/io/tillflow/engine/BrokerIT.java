package io.tillflow.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tillflow.engine.Deployment.Kind;
import io.tillflow.engine.Deployment.Resource;
import io.tillflow.testkit.FreePorts;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Every command against the broker that is shipped. */
class BrokerIT {

    private static RunningBroker running;
    private static Broker broker;
    private static Deployment deployment;

    @BeforeAll
    static void startBroker() throws IOException {
        running = RunningBroker.start(Path.of(Objects.requireNonNull(System.getProperty("broker.home"))));
        broker = Broker.connect(running.settings());
        deployment = broker.deploy(List.of(
                resource("review.bpmn"), resource("review.form"), resource("charge.bpmn"), resource("approve.bpmn")));
    }

    @AfterAll
    static void stopBroker() throws InterruptedException {
        broker.close();
        running.close();
    }

    @Test
    void saysWhatItDeployed() {
        assertThat(deployment.deployed())
                .extracting(Deployment.Deployed::kind, Deployment.Deployed::id, Deployment.Deployed::version)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(Kind.PROCESS, "review", 1),
                        org.assertj.core.groups.Tuple.tuple(Kind.PROCESS, "charge", 1),
                        org.assertj.core.groups.Tuple.tuple(Kind.PROCESS, "approve", 1),
                        org.assertj.core.groups.Tuple.tuple(Kind.FORM, "review-form", 1));
    }

    @Test
    void saysWhyAModelDoesNotDeploy() {
        String broken = new String(resource("charge.bpmn").content(), StandardCharsets.UTF_8)
                .replace("<zeebe:taskDefinition type=\"test.take\" retries=\"1\"/>", "");
        Rejected refused = rejected(() -> broker.deploy(List.of(
                new Resource("broken.bpmn", broken.getBytes(StandardCharsets.UTF_8)), resource("review.bpmn"))));
        assertThat(refused.why()).isEqualTo(Rejected.Why.INVALID);
        assertThat(refused).hasMessageContaining("broken.bpmn").hasMessageContaining("take");
    }

    @Test
    void completesAUserTaskThatNobodyActivated() {
        long instance = broker.start("review", OptionalInt.empty(), "{\"businessKey\":\"10001\"}");
        JsonNode task = job(instance, "io.camunda.zeebe:userTask");
        broker.complete(task.path("key").asLong(), "{\"approved\":true}");
        running.event(
                "PROCESS_INSTANCE",
                "ELEMENT_COMPLETED",
                it -> of(instance).test(it) && it.path("elementId").asString("").equals("done"));
        Rejected second = rejected(() -> broker.complete(task.path("key").asLong(), "{\"approved\":false}"));
        assertThat(second.why()).isEqualTo(Rejected.Why.NOT_FOUND);
    }

    @Test
    void completesAUserTaskOfZeebesOwn() {
        UserTaskGateway gateway =
                new UserTaskGateway(running.settings(), () -> broker.health().version());
        long instance = broker.start("approve", OptionalInt.empty(), "{}");
        JsonNode task = running.event("USER_TASK", "CREATED", of(instance));
        assertThat(task.path("value").path("candidateGroupsList").get(0).asString(""))
                .isEqualTo("risk");
        gateway.complete(task.path("key").asLong(), "{\"approved\":true}");
        running.event(
                "PROCESS_INSTANCE",
                "ELEMENT_COMPLETED",
                it -> of(instance).test(it) && it.path("elementId").asString("").equals("done"));
        assertThat(rejected(() -> gateway.complete(task.path("key").asLong(), "{}"))
                        .why())
                .isEqualTo(Rejected.Why.NOT_FOUND);
    }

    @Test
    void namesTheFormAndTheAssigneeInTheHeadersOfAUserTask() {
        long instance = broker.start("review", OptionalInt.of(1), "{}");
        JsonNode headers =
                job(instance, "io.camunda.zeebe:userTask").path("value").path("customHeaders");
        long formKey = deployment.deployed().stream()
                .filter(it -> it.kind() == Kind.FORM)
                .findFirst()
                .orElseThrow()
                .key();
        assertThat(headers.path("io.camunda.zeebe:formKey").asString("")).isEqualTo(String.valueOf(formKey));
        assertThat(headers.path("io.camunda.zeebe:assignee").asString("")).isEqualTo("ines");
        assertThat(headers.path("io.camunda.zeebe:candidateGroups").asString(""))
                .isEqualTo("[\"risk\"]");
    }

    @Test
    void retriesWhatFailedOnceItsVariableIsMended() {
        long instance = broker.start("charge", OptionalInt.empty(), "{\"amount\":-1}");
        JsonNode incident = running.event("INCIDENT", "CREATED", of(instance));
        broker.setVariables(instance, "{\"amount\":5}", false);
        broker.retry(incident.path("key").asLong(), OptionalLong.empty(), 1);
        long job = job(instance, "test.take").path("key").asLong();
        broker.complete(job, "{}");
        running.event(
                "PROCESS_INSTANCE",
                "ELEMENT_COMPLETED",
                it -> of(instance).test(it) && it.path("elementId").asString("").equals("charge"));
        assertThat(rejected(() -> broker.retry(incident.path("key").asLong(), OptionalLong.of(job), 1))
                        .why())
                .isEqualTo(Rejected.Why.NOT_FOUND);
    }

    @Test
    void cancelsOnce() {
        long instance = broker.start("review", OptionalInt.empty(), "{}");
        broker.cancel(instance);
        running.event(
                "PROCESS_INSTANCE",
                "ELEMENT_TERMINATED",
                it -> of(instance).test(it) && it.path("elementId").asString("").equals("review"));
        assertThat(rejected(() -> broker.cancel(instance)).why()).isEqualTo(Rejected.Why.NOT_FOUND);
    }

    @Test
    void movesATokenWithVariablesOnce() {
        long instance = broker.start("charge", OptionalInt.empty(), "{\"amount\":5}");
        long take = standing(instance, "take");
        Modification move = new Modification(
                List.of(new Modification.Activation(
                        "amount-due", OptionalLong.empty(), List.of(new Modification.Variables("", "{\"amount\":7}")))),
                List.of(take));
        broker.modify(instance, move);
        running.event("PROCESS_INSTANCE_MODIFICATION", "MODIFIED", of(instance));
        running.event(
                "VARIABLE",
                "UPDATED",
                it -> of(instance).test(it) && it.path("value").asString("").equals("7"));
        assertThat(rejected(() -> broker.modify(instance, move)).why()).isEqualTo(Rejected.Why.INVALID);
        assertThat(rejected(() -> broker.modify(
                        instance,
                        new Modification(
                                List.of(new Modification.Activation("due", OptionalLong.empty(), List.of())),
                                List.of()))))
                .hasMessageContaining("due");
    }

    @Test
    void beginsInTheMiddleWithVariables() {
        long definition = deployment.deployed().stream()
                .filter(it -> it.id().equals("charge"))
                .findFirst()
                .orElseThrow()
                .key();
        long instance = broker.startBefore(definition, List.of("take"), "{\"amount\":-1}");
        standing(instance, "take");
        running.event(
                "VARIABLE",
                "CREATED",
                it -> of(instance).test(it) && it.path("value").asString("").equals("-1"));
        assertThat(rejected(() -> broker.startBefore(definition, List.of("due"), "{}")))
                .hasMessageContaining("due");
    }

    @Test
    void migratesToAnotherVersionAndSaysWhatItCannot() {
        long instance = broker.start("review", OptionalInt.of(1), "{}");
        standing(instance, "review-order");
        String renamed = new String(resource("review.bpmn").content(), StandardCharsets.UTF_8)
                .replace("\"review-order\"", "\"review-again\"");
        long target = broker.deploy(List.of(new Resource("review.bpmn", renamed.getBytes(StandardCharsets.UTF_8))))
                .deployed()
                .getFirst()
                .key();
        assertThat(rejected(() -> broker.migrate(instance, target, Map.of("review-order", "review-order"))))
                .hasMessageContaining("review-order");
        broker.migrate(instance, target, Map.of("review-order", "review-again"));
        running.event(
                "PROCESS_INSTANCE",
                "ELEMENT_MIGRATED",
                it -> of(instance).test(it)
                        && it.path("elementId").asString("").equals("review-again")
                        && it.path("flowScopeKey").asLong() == instance);
    }

    private static long standing(long instance, String elementId) {
        return running.event(
                        "PROCESS_INSTANCE",
                        "ELEMENT_ACTIVATED",
                        it -> of(instance).test(it)
                                && it.path("elementId").asString("").equals(elementId))
                .path("key")
                .asLong();
    }

    @Test
    void refusesToStartAProcessThatIsNotThere() {
        assertThat(rejected(() -> broker.start("no-such-process", OptionalInt.empty(), "{}"))
                        .why())
                .isEqualTo(Rejected.Why.NOT_FOUND);
    }

    @Test
    void publishesAMessageOnce() {
        Message message = new Message("order-placed", "o-1", "event-1", Duration.ofMinutes(5), "{\"a\":1}");
        long key = broker.publish(message);
        assertThat(running.event(
                                "MESSAGE",
                                "PUBLISHED",
                                it -> it.path("messageId").asString("").equals("event-1"))
                        .path("key")
                        .asLong())
                .isEqualTo(key);
        assertThat(rejected(() -> broker.publish(message)).why()).isEqualTo(Rejected.Why.WRONG_STATE);
    }

    @Test
    void tellsSilenceFromRefusal() {
        int port = FreePorts.next();
        try (Broker away = Broker.connect(BrokerSettings.plain(
                java.net.URI.create("http://127.0.0.1:" + port), java.net.URI.create("http://127.0.0.1:" + port)))) {
            assertThatThrownBy(() -> away.cancel(1)).isInstanceOf(BrokerUnavailable.class);
        }
    }

    private static JsonNode job(long instance, String type) {
        return running.event(
                "JOB",
                "CREATED",
                it -> of(instance).test(it) && it.path("type").asString("").equals(type));
    }

    private static java.util.function.Predicate<JsonNode> of(long instance) {
        return value -> value.path("processInstanceKey").asLong() == instance;
    }

    private static Rejected rejected(org.assertj.core.api.ThrowableAssert.ThrowingCallable command) {
        return Objects.requireNonNull(catchThrowableOfType(Rejected.class, command));
    }

    private static Resource resource(String name) {
        try (InputStream file = Objects.requireNonNull(BrokerIT.class.getResourceAsStream("/" + name), name)) {
            return new Resource(name, file.readAllBytes());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
