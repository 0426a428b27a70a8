package io.tillflow.studio.play;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tillflow.studio.Files;
import io.tillflow.studio.lint.ModelFile;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A shipped process played by hand on a real sandbox engine. */
class PlaySessionTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final List<ModelFile> FILES = Stream.of(
                    "order-fulfilment.bpmn",
                    "order-risk.dmn",
                    "order-timing.dmn",
                    "carrier-choice.dmn",
                    "review-order.form",
                    "collect-payment.form",
                    "resolve-delivery.form")
            .map(name -> ModelFile.of(name, Files.read("/models/orders/" + name)))
            .toList();
    private static PlayEngine engine;
    private PlaySession play;

    @BeforeAll
    static void start() {
        engine = PlayEngine.start();
        engine.deploy(FILES);
    }

    @AfterAll
    static void stop() {
        engine.close();
    }

    @BeforeEach
    void sitDown() {
        Playable model = Playable.of(FILES.getFirst());
        Proposals proposals = new Proposals(Script.common(List.of(scenario("abroad"))));
        play = new PlaySession(
                "p", new PlaySession.Subject("order-fulfilment", 1, model, FILES, "ana"), engine, proposals);
    }

    private static Scenario scenario(String name) {
        return ScenarioFile.read(name, Files.read("/models/orders/order-fulfilment.scenarios/" + name + ".yaml"));
    }

    /** Begins as the scenario does, with its answers as proposals. */
    private void begin(String name) {
        play.restart(Script.of(scenario(name)));
        play.take(scenario(name).steps().stream()
                .filter(Step.Start.class::isInstance)
                .findFirst()
                .orElseThrow());
    }

    private <T extends Wait> List<T> waits(Class<T> kind) {
        return play.scene().waits().stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    private void publish(String name) {
        Wait.ForMessage wait = waits(Wait.ForMessage.class).stream()
                .filter(it -> it.message().equals(name))
                .findFirst()
                .orElseThrow();
        play.take(new Step.Publish(name, wait.correlationKey(), wait.proposed(), Step.Heard.NOW));
    }

    @Test
    void whatWasPlayedByHandBecomesAScenarioThatPasses() {
        begin("paid-and-delivered");
        assertThat(play.scene().decisions()).anySatisfy(it -> {
            assertThat(it.decisionId()).isEqualTo("order-risk");
            assertThat(it.evaluated().findValues("ruleId")).isNotEmpty();
        });
        assertThat(waits(Wait.ForWorker.class))
                .singleElement()
                .satisfies(it -> assertThat(it.type()).isEqualTo("commerce.update-order"));
        assertThat(play.scene().unsavable()).contains("Answer the waiting jobs first");
        play.run();
        assertThat(play.scene().at()).contains("await-payment");
        publish("payment-authorised");
        assertThat(waits(Wait.ForWorker.class)
                        .getFirst()
                        .proposed()
                        .path("status")
                        .asString(""))
                .isEqualTo("AUTHORISED");
        play.run();
        publish("shipment-delivered");
        play.run();
        Instant before = play.scene().now();
        play.passToNextTimer();
        assertThat(play.scene().now()).isEqualTo(before.plus(Duration.ofDays(7)));
        play.run();
        assertThat(play.scene().state()).isEqualTo(Scene.State.ENDED);

        String text = ScenarioText.of(play.recorded("By hand"));
        Scenario again = ScenarioFile.read("by-hand", text);
        assertThat(again.steps())
                .hasSize(5)
                .last()
                .isInstanceOfSatisfying(
                        Step.Expect.class, it -> assertThat(it.ended()).isEqualTo("order-completed"));
        assertThat(Playing.play(engine, "order-fulfilment", again).failure()).isEmpty();
    }

    @Test
    void whatWorkersUsuallyDoNotDoIsToldInItsPlace() {
        begin("paid-and-delivered");
        play.run();
        publish("payment-authorised");
        play.take(new Step.Answer("verify-payment", new Reply.GivesUp("no answer")));
        assertThat(waits(Wait.ForRepair.class))
                .singleElement()
                .satisfies(it -> assertThat(it.elementId()).isEqualTo("verify-payment"));
        play.take(new Step.Retry("verify-payment"));
        while (waits(Wait.ForWorker.class).stream().noneMatch(it -> it.type().equals("commerce.allocate-stock"))) {
            assertThat(play.next()).isTrue();
        }
        assertThat(waits(Wait.ForWorker.class))
                .anySatisfy(it -> assertThat(it.errors()).contains("STOCK_SHORT"));
        play.take(new Step.Answer("commerce.allocate-stock", new Reply.Throws("STOCK_SHORT", JSON.createObjectNode())));
        play.run();
        Scenario again = ScenarioFile.read("x", ScenarioText.of(play.recorded("Short of stock: \"now\"")));
        assertThat(again.name()).isEqualTo("Short of stock: \"now\"");
        assertThat(again.steps().stream().filter(Step.Answer.class::isInstance)).hasSize(2);
        play.restart(Script.empty());
        Played played = Playing.play(engine, "order-fulfilment", again);
        assertThat(played.failure()).isEmpty();
        assertThat(played.path()).contains("allocate-stock").doesNotContain("pick-carrier");
    }

    @Test
    void aPersonsTaskComesWithItsFormAndWhatTheExampleDecided() {
        begin("refused-by-a-person");
        play.run();
        Wait.ForPerson task = waits(Wait.ForPerson.class).getFirst();
        assertThat(task.elementId()).isEqualTo("review-order");
        assertThat(task.form()).contains("\"components\"");
        assertThat(task.variables().path("order").path("number").asString("")).isEqualTo("T-1");
        assertThat(task.proposed().path("outcome").asString("")).isEqualTo("reject");
        play.take(new Step.Complete("review-order", task.proposed()));
        play.run();
        assertThat(play.scene().log())
                .anySatisfy(it -> assertThat(it.kind()).isEqualTo(Moment.Kind.TASK))
                .anySatisfy(it -> {
                    assertThat(it.kind()).isEqualTo(Moment.Kind.CHOSE);
                    assertThat(it.elementId()).isEqualTo("order-approved");
                });
        assertThat(play.scene().state()).isEqualTo(Scene.State.ENDED);
    }

    @Test
    void aSignalIsHeardAndKeptInTheScenario() {
        ModelFile model = ModelFile.of("wait-for-recall.bpmn", Files.read("/played/wait-for-recall.bpmn"));
        engine.deploy(List.of(model));
        PlaySession recall = new PlaySession(
                "r",
                new PlaySession.Subject("wait-for-recall", 1, Playable.of(model), List.of(model), "ana"),
                engine,
                new Proposals(Script.empty()));
        JsonNode lot = JSON.valueToTree(Map.of("lot", 7));
        recall.take(new Step.Start(null, "wait-for-recall", "k", JSON.createObjectNode()));
        assertThat(recall.scene().waits()).containsExactly(new Wait.ForSignal("recalled", "product-recalled"));
        assertThatThrownBy(() -> recall.take(new Step.Broadcast("other", lot)))
                .hasMessageContaining("Nobody waits for the signal other");
        recall.take(new Step.Broadcast("product-recalled", lot));
        assertThat(recall.scene().state()).isEqualTo(Scene.State.ENDED);
        assertThat(recall.scene().log()).extracting(Moment::kind).contains(Moment.Kind.SIGNAL);
        Scenario kept = recall.recorded("recalled");
        Scenario again = ScenarioFile.read("recalled", ScenarioText.of(kept));
        assertThat(again.steps()).contains(new Step.Broadcast("product-recalled", lot));
    }

    @Test
    void whatASignalBeginsIsBegunByItAndItsPersonIsAskedHere() {
        ModelFile model = ModelFile.of("recall.bpmn", Files.read("/played/recall.bpmn"));
        ModelFile form = ModelFile.of(
                "decide.form",
                "{\"id\": \"decide\", \"type\": \"default\", \"components\": [{\"type\": \"textfield\", \"key\": \"outcome\"}]}");
        engine.deploy(List.of(model, form));
        Playable playable = Playable.of(model);
        PlaySession recall = new PlaySession(
                "r",
                new PlaySession.Subject("recall", 1, playable, List.of(model, form), "ana"),
                engine,
                new Proposals(Script.empty()));
        assertThat(Wiring.of(playable, List.of()).signals()).containsExactly("lot-is-bad");
        JsonNode lot = JSON.valueToTree(Map.of("lot", 7));
        recall.take(Step.Start.bySignal("lot-is-bad", lot));
        assertThat(recall.scene().waits()).singleElement().isInstanceOfSatisfying(Wait.ForPerson.class, it -> {
            assertThat(it.elementId()).isEqualTo("decide");
            assertThat(it.variables()).isEqualTo(lot);
            assertThat(it.form()).contains("\"outcome\"");
        });
        recall.take(new Step.Complete("decide", JSON.valueToTree(Map.of("outcome", "keep"))));
        assertThat(recall.scene().state()).isEqualTo(Scene.State.ENDED);
        assertThat(recall.scene().variables()).containsKey("outcome");
        assertThat(recall.scene().log()).extracting(Moment::kind).contains(Moment.Kind.TASK);
        assertThatThrownBy(() -> recall.take(new Step.Complete("decide", lot))).hasMessageContaining("No task decide");
        Scenario again = ScenarioFile.read("kept", ScenarioText.of(recall.recorded("kept")));
        assertThat(again.steps().getFirst()).isEqualTo(Step.Start.bySignal("lot-is-bad", lot));
        assertThat(Playing.play(engine, "recall", again).failure()).isEmpty();
    }

    @Test
    void saysWhatCannotBeDoneNow() {
        assertThatThrownBy(() -> play.recorded("x")).hasMessageContaining("Nothing was played");
        JsonNode nothing = JSON.createObjectNode();
        assertThatThrownBy(() -> play.take(new Step.Start("unknown", null, "k", nothing)))
                .hasMessageContaining("no start event of order-fulfilment listens");
        begin("paid-and-delivered");
        assertThatThrownBy(() -> begin2()).hasMessageContaining("under way already");
        assertThatThrownBy(() -> play.take(new Step.Answer("capture-payment", new Reply.Done(nothing))))
                .hasMessageContaining("No job capture-payment waits");
        assertThatThrownBy(() -> play.take(new Step.Complete("review-order", nothing)))
                .hasMessageContaining("No task review-order is open");
        assertThatThrownBy(() -> play.take(new Step.Pass(Duration.ZERO))).hasMessageContaining("forward only");
        play.take(new Step.Publish("shipment-lost", "nobody", nothing, Step.Heard.NOW));
        assertThat(play.scene().log()).last().extracting(Moment::kind).isEqualTo(Moment.Kind.UNHEARD);
    }

    private void begin2() {
        play.take(new Step.Start("order-placed", null, "k", JSON.valueToTree(Map.of())));
    }
}
