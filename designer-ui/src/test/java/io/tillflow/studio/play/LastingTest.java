package io.tillflow.studio.play;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillflow.studio.lint.ModelFile;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** An instance that waited three days and ended, replayed against drawings that wait for longer, for less, or for something else. */
class LastingTest {
    private static final Instant BEGAN = Instant.parse("2026-03-02T12:00:00Z");
    private static final Instant DUE = BEGAN.plus(Duration.ofDays(3));
    private static final PlayEngine ENGINE = PlayEngine.start();

    @AfterAll
    static void stop() {
        ENGINE.close();
    }

    /** The engine was three seconds late, and took one to the end. */
    private static PastInstance past() {
        return new PastInstance(
                1,
                "W-1",
                BEGAN,
                DUE.plusSeconds(4),
                null,
                "",
                new JsonMapper().readTree("{\"known\": true}"),
                List.of(),
                List.of(new PastInstance.Happening.TimerDue(DUE.plusSeconds(3), "wait", DUE)),
                List.of("asked", "wait", "waited"),
                0,
                List.of());
    }

    /** An instance whose worker needed three hours before its timer was made. */
    private static PastInstance pastOfASlowWorker() {
        Instant answered = BEGAN.plus(Duration.ofHours(3));
        Instant due = answered.plus(Duration.ofDays(3));
        return past(answered, BEGAN, due, due.plusSeconds(3), List.of("asked", "work", "wait", "waited"));
    }

    /** An instance whose timer went off two hours late, after which its worker needed a quarter of an hour. */
    private static PastInstance pastOfALateEngine() {
        Instant late = DUE.plus(Duration.ofHours(2));
        return past(late.plusSeconds(900), late, DUE, late, List.of("asked", "wait", "work", "waited"));
    }

    private static PastInstance past(Instant answered, Instant asked, Instant due, Instant went, List<String> path) {
        Reply done = new Reply.Done(new JsonMapper().createObjectNode());
        return new PastInstance(
                2,
                "W-2",
                BEGAN,
                (answered.isAfter(went) ? answered : went).plusSeconds(1),
                null,
                "",
                new JsonMapper().readTree("{\"known\": true}"),
                List.of(new PastInstance.PastJob("work", "lasting-work", done, asked, answered)),
                List.of(new PastInstance.Happening.TimerDue(went, "wait", due)),
                path,
                0,
                List.of());
    }

    private static Replay.Outcome replayWithWork(PastInstance past, String event, String first, String second) {
        String model = """
                <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0"
                 id="definitions" targetNamespace="http://tillflow.io/test"><bpmn:process id="working" isExecutable="true">
                <bpmn:startEvent id="asked"/><bpmn:intermediateCatchEvent id="wait">EVENT</bpmn:intermediateCatchEvent><bpmn:endEvent id="waited"/>
                <bpmn:serviceTask id="work"><bpmn:extensionElements><zeebe:taskDefinition type="lasting-work"/></bpmn:extensionElements></bpmn:serviceTask>
                <bpmn:sequenceFlow id="a" sourceRef="asked" targetRef="FIRST"/><bpmn:sequenceFlow id="b" sourceRef="FIRST" targetRef="SECOND"/>
                <bpmn:sequenceFlow id="c" sourceRef="SECOND" targetRef="waited"/></bpmn:process></bpmn:definitions>""".replace("EVENT", event).replace("FIRST", first).replace("SECOND", second);
        ENGINE.deploy(List.of(ModelFile.of("working.bpmn", model)));
        return Replay.of(ENGINE, "working", past);
    }

    private static Replay.Outcome replay(String event) {
        String model = """
                <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0"
                 id="definitions" targetNamespace="http://tillflow.io/test"><bpmn:process id="waiting" isExecutable="true">
                <bpmn:startEvent id="asked"/><bpmn:intermediateCatchEvent id="wait">EVENT</bpmn:intermediateCatchEvent><bpmn:endEvent id="waited"/>
                <bpmn:sequenceFlow id="a" sourceRef="asked" targetRef="wait"/><bpmn:sequenceFlow id="b" sourceRef="wait" targetRef="waited"/>
                </bpmn:process><bpmn:message id="m" name="go-on"><bpmn:extensionElements><zeebe:subscription correlationKey="=&quot;k&quot;"/></bpmn:extensionElements></bpmn:message>
                </bpmn:definitions>""".replace("EVENT", event);
        ENGINE.deploy(List.of(ModelFile.of("waiting.bpmn", model)));
        return Replay.of(ENGINE, "waiting", past());
    }

    private static String timer(String duration) {
        return "<bpmn:timerEventDefinition id='t'><bpmn:timeDuration>" + duration
                + "</bpmn:timeDuration></bpmn:timerEventDefinition>";
    }

    @Test
    void theSameDrawingEndsWhenThePastDid() {
        Replay.Outcome same = replay(timer("P3D"));
        assertThat(Lasting.later(past(), same))
                .hasValueSatisfying(it -> assertThat(it.abs()).isLessThan(Duration.ofSeconds(5)));
        assertThat(Backtests.difference(past(), same)).isEmpty();
    }

    @Test
    void theSameDrawingIsNotSoonerBecauseAWorkerWasSlow() {
        PastInstance slow = pastOfASlowWorker();
        assertThat(Backtests.difference(slow, replayWithWork(slow, timer("P3D"), "work", "wait")))
                .isEmpty();
        assertThat(Backtests.difference(slow, replayWithWork(slow, timer("P1D"), "work", "wait")))
                .hasValueSatisfying(it -> assertThat(Duration.ofSeconds(it.later()))
                        .isBetween(Duration.ofHours(-49), Duration.ofHours(-47)));
    }

    @Test
    void theSameDrawingIsNotSoonerBecauseTheEngineWasLate() {
        PastInstance late = pastOfALateEngine();
        assertThat(Backtests.difference(late, replayWithWork(late, timer("P3D"), "wait", "work")))
                .isEmpty();
        assertThat(Backtests.difference(late, replayWithWork(late, timer("P14D"), "wait", "work")))
                .as("the worker needs its quarter of an hour, whenever it is asked")
                .hasValueSatisfying(it -> assertThat(Duration.ofSeconds(it.later()))
                        .isBetween(Duration.ofMinutes(11 * 24 * 60 - 5), Duration.ofMinutes(11 * 24 * 60 + 5)));
    }

    @Test
    void aDateThatIsOverSaysNothingOfTime() {
        Replay.Outcome dated = replay("<bpmn:timerEventDefinition id='t'><bpmn:timeDate>" + DUE
                + "</bpmn:timeDate></bpmn:timerEventDefinition>");
        assertThat(dated.at()).isEmpty();
        assertThat(dated.took()).isNull();
        assertThat(Backtests.difference(past(), dated)).isEmpty();
    }

    @Test
    void aShorterWaitEndsSoonerByTheSameWay() {
        assertThat(Backtests.difference(past(), replay(timer("P1D")))).hasValueSatisfying(it -> {
            assertThat(it.element()).isEmpty();
            assertThat(Duration.ofSeconds(it.later())).isBetween(Duration.ofHours(-49), Duration.ofHours(-47));
        });
    }

    @Test
    void aLongerWaitIsWaitedForAndEndsLater() {
        Replay.Outcome longer = replay(timer("P14D"));
        assertThat(longer.at()).isEmpty();
        assertThat(Backtests.difference(past(), longer))
                .hasValueSatisfying(it -> assertThat(Duration.ofSeconds(it.later()))
                        .isBetween(Duration.ofHours(11 * 24 - 1), Duration.ofHours(11 * 24 + 1)));
        Lasting lasting = new Lasting();
        lasting.add(past(), longer);
        assertThat(lasting.sum().compared()).isEqualTo(1);
        assertThat(lasting.sum().was())
                .isEqualTo(Duration.ofDays(3).plusSeconds(4).toSeconds());
        assertThat(Duration.ofSeconds(lasting.sum().wouldBe())).isBetween(Duration.ofDays(13), Duration.ofDays(15));
    }

    @Test
    void whatWaitsForAMessageThatNeverCameDoesNotEnd() {
        Replay.Outcome waits = replay("<bpmn:messageEventDefinition id='t' messageRef='m'/>");
        assertThat(waits.took()).isNull();
        assertThat(Backtests.difference(past(), waits)).hasValueSatisfying(it -> {
            assertThat(it.wouldBe()).isEqualTo("waits at wait");
            assertThat(it.later()).isZero();
        });
    }
}
