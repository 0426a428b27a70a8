package io.tillflow.studio.play;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillflow.processes.JobType;
import io.tillflow.studio.Files;
import io.tillflow.studio.lint.ModelFile;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A shipped process, its shipped scenarios and its past on a real sandbox engine. */
class PlayingTest {
    private static final String PROCESS = "order-fulfilment";
    private static final String SOURCE = Files.read("/models/orders/order-fulfilment.bpmn");
    private static final Instant BEGAN = Instant.parse("2026-01-01T10:00:00Z");
    private static PlayEngine engine;

    @BeforeAll
    static void start() {
        engine = PlayEngine.start();
        deploy(SOURCE);
    }

    @AfterAll
    static void stop() {
        engine.close();
    }

    private static void deploy(String source) {
        List<ModelFile> files = new java.util.ArrayList<>(List.of(ModelFile.of("order-fulfilment.bpmn", source)));
        for (String name : List.of(
                "order-risk.dmn",
                "order-timing.dmn",
                "carrier-choice.dmn",
                "review-order.form",
                "collect-payment.form",
                "resolve-delivery.form")) {
            files.add(ModelFile.of(name, Files.read("/models/orders/" + name)));
        }
        engine.deploy(files);
    }

    private static Played play(String name) {
        String text = Files.read("/models/orders/order-fulfilment.scenarios/" + name + ".yaml");
        return Playing.play(engine, PROCESS, ScenarioFile.read(name, text));
    }

    @Test
    void tellsWhichDataAScenarioHasAtEachElement() {
        int from = engine.settled().size();
        assertThat(play("paid-and-delivered").failure()).isEmpty();
        List<Event> log = engine.settled();
        Map<String, Sample> samples = SampleLog.of(log.subList(from, log.size()), PROCESS);
        assertThat(samples)
                .hasEntrySatisfying("capture-payment", it -> {
                    assertThat(it.before()).containsKeys("order", "payment").doesNotContainKeys("amount", "receipt");
                    assertThat(it.after())
                            .containsKeys("order", "amount", "receipt")
                            .doesNotContainKey("captureReceipt");
                })
                .hasEntrySatisfying(
                        "risk-acceptable",
                        it -> assertThat(it.before())
                                .hasEntrySatisfying(
                                        "risk",
                                        risk -> assertThat(risk.path("outcome").asString())
                                                .isEqualTo("accept")));
        assertThat(samples).doesNotContainKey("review-order");
    }

    @Test
    void shippedScenariosPassAndAMistakeIsNoticed() {
        assertThat(play("approved-by-a-person").failure()).isEmpty();
        assertThat(play("not-reviewed-in-time").failure()).isEmpty();
        Mutant dropped = Mutants.of(SOURCE).stream()
                .filter(it -> it.kind().equals("dropped boundary event")
                        && it.elementId().equals("review-overdue"))
                .findFirst()
                .orElseThrow();
        deploy(dropped.source());
        try {
            assertThat(play("not-reviewed-in-time").passed()).isFalse();
        } finally {
            deploy(SOURCE);
        }
    }

    @Test
    void aWrongExpectationNamesTheStepAndBothSides() {
        Scenario wrong = ScenarioFile.read(
                "wrong",
                Files.read("/models/orders/order-fulfilment.scenarios/cancelled-before-paying.yaml")
                        .replaceFirst("ended: \\S+", "ended: nowhere"));
        Played played = Playing.play(engine, PROCESS, wrong);
        assertThat(played.passed()).isFalse();
        assertThat(played.failure()).contains("expected to have ended at nowhere", "order-cancelled");
    }

    @Test
    void thePastReplaysTheSameOnTheSameModelAndOtherwiseOnAnother() {
        PastInstance past = refusedByAPerson();
        assertThat(Backtests.difference(past, Replay.of(engine, PROCESS, past))).isEmpty();
        deploy(SOURCE.replace("review.outcome = &quot;approve&quot;", "review.outcome = &quot;reject&quot;"));
        try {
            assertThat(Backtests.difference(past, Replay.of(engine, PROCESS, past)))
                    .hasValueSatisfying(it -> {
                        assertThat(it.element()).isEqualTo("order-approved");
                        assertThat(it.was()).isEqualTo("refused-by-person");
                        assertThat(it.wouldBe()).isEqualTo("payment-due");
                    });
        } finally {
            deploy(SOURCE);
        }
    }

    @Test
    void whatStoodAtAJobStandsThereAgainAndMovesNoMoney() {
        JsonNode start = order("T-10", false);
        JsonNode nothing = new JsonMapper().createObjectNode();
        Reply authorised = new Reply.Done(new JsonMapper().readTree("{\"status\": \"AUTHORISED\"}"));
        List<Step> begun = List.of(
                new Step.Start("order-placed", null, "o-10", start),
                new Step.Answer("verify-payment", authorised),
                new Step.Answer("capture-payment", new Reply.GivesUp("the bank is away")),
                new Step.Publish("payment-authorised", "o-10", nothing, Step.Heard.NOW));
        List<String> path = Playing.play(engine, PROCESS, new Scenario("open", Map.of(), begun))
                .path();
        assertThat(path).last().isEqualTo("capture-payment");
        List<PastInstance.PastJob> jobs = List.of(
                new PastInstance.PastJob("verify-payment", JobType.PAYMENTS_VERIFY, authorised, BEGAN, BEGAN),
                new PastInstance.PastJob("capture-payment", JobType.PAYMENTS_CAPTURE, null, BEGAN, null));
        List<PastInstance.Happening> heard = List.of(new PastInstance.Happening.MessageHeard(
                BEGAN.plusSeconds(60), "payment-authorised", "payment-authorised", "o-10", nothing));
        PastInstance past = new PastInstance(
                2, "T-10", BEGAN, null, "order-placed", "o-10", start, jobs, heard, path, 0, List.of());
        Replay.Outcome outcome = Replay.of(engine, PROCESS, past);
        assertThat(outcome.at()).containsExactly("capture-payment");
        assertThat(outcome.money()).isZero();
        assertThat(Backtests.difference(past, outcome)).isEmpty();
        assertThat(engine.settled()).as("nothing is kept of what was judged").isEmpty();
    }

    @Test
    void whatNeverRestsIsADifferenceWithAReason() {
        PastInstance past = refusedByAPerson();
        Replay.Outcome restless = new Replay.Outcome(
                past.path(), List.of(), List.of(), List.of(), List.of(), 0, null, "The process does not come to rest");
        assertThat(Backtests.difference(past, restless))
                .hasValueSatisfying(it -> assertThat(it.notes()).containsExactly("The process does not come to rest"));
    }

    private static JsonNode order(String number, boolean mismatch) {
        return new JsonMapper().readTree("""
                {"businessKey": "T-9", "payment": {"id": "p"}, "order": {"id": "o-9", "number": "T-9", "customerId": "c",
                 "channel": "web", "currency": "EUR", "total": 900, "items": 1, "weightGrams": 10, "country": "DE",
                 "express": false, "firstOrder": true, "addressMismatch": MISMATCH, "pastDeclines": 0}}""".replace("T-9", number)
                .replace("o-9", number.replace("T", "o"))
                .replace("MISMATCH", String.valueOf(mismatch)));
    }

    private static PastInstance refusedByAPerson() {
        JsonMapper json = new JsonMapper();
        JsonNode start = order("T-9", true);
        var refused = json.readTree("{\"outcome\": \"reject\", \"note\": \"\"}");
        Scenario story = new Scenario(
                "refused",
                Map.of(),
                List.of(
                        new Step.Start("order-placed", null, "o-9", start),
                        new Step.Complete("review-order", refused)));
        List<PastInstance.Happening> happenings =
                List.of(new PastInstance.Happening.TaskDone(BEGAN.plusSeconds(60), "review-order", refused));
        List<String> path = Playing.play(engine, PROCESS, story).path();
        return new PastInstance(
                1,
                "T-9",
                BEGAN,
                BEGAN.plusSeconds(61),
                "order-placed",
                "o-9",
                start,
                List.of(),
                happenings,
                path,
                0,
                List.of());
    }
}
