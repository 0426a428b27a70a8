package io.tillflow.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/** Every way a training can go; the last test fails for each element and flow that none took. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TrainModelTest {
    private Play play;

    @BeforeAll
    void start() {
        play = new Play();
    }

    @AfterAll
    void stop() {
        play.close();
    }

    /** The training carries a played order's id, so that one script serves all. */
    private PlayedOrder asked(Answer answer) {
        PlayedOrder training = play.order().next(JobType.INTELLIGENCE_TRAIN_MODEL, answer);
        return training.hears(
                Message.TRAINING_REQUESTED,
                Map.of(
                        "businessKey",
                        "recommendation",
                        "training",
                        Map.of("id", training.id(), "model", "recommendation", "askedBy", "ada")));
    }

    private static Answer tried(double gainAtWorst, boolean comparedWithLive, double gainOverLive) {
        return new Answer.Completes(Map.of(
                "version",
                3,
                "figure",
                0.41,
                "baseline",
                0.38,
                "gain",
                0.03,
                "gainAtWorst",
                gainAtWorst,
                "comparedWithLive",
                comparedWithLive,
                "gainOverLive",
                gainOverLive));
    }

    private static void settled(PlayedOrder training, String jobType, String reason) {
        assertThat(training.jobs(jobType)).hasSize(1);
        assertThat(training.jobs(jobType).getFirst().variables())
                .containsEntry("model", "recommendation")
                .containsEntry("version", 3)
                .containsEntry("trainingId", training.id())
                .containsEntry("reason", reason);
    }

    @Test
    void whatBeatsTheSimpleRuleGoesLive() {
        PlayedOrder training = asked(tried(0.01, false, 0)).endedAt("version-live");
        settled(training, JobType.INTELLIGENCE_PROMOTE_VERSION, "BETTER_THAN_BASELINE");
        assertThat(training.jobs(JobType.INTELLIGENCE_REFUSE_VERSION)).isEmpty();
    }

    @Test
    void whatChanceMayExplainIsRefusedAndSaysWhy() {
        PlayedOrder training = asked(tried(-0.002, false, 0)).endedAt("version-refused");
        settled(training, JobType.INTELLIGENCE_REFUSE_VERSION, "NO_BETTER_THAN_BASELINE");
        assertThat(training.jobs(JobType.INTELLIGENCE_PROMOTE_VERSION)).isEmpty();
    }

    @Test
    void whatIsWorseThanTheLiveVersionIsRefused() {
        settled(
                asked(tried(0.01, true, -0.05)).endedAt("version-refused"),
                JobType.INTELLIGENCE_REFUSE_VERSION,
                "WORSE_THAN_LIVE");
    }

    @Test
    void whatIsAsGoodAsTheLiveVersionReplacesIt() {
        settled(
                asked(tried(0.01, true, 0.0)).endedAt("version-live"),
                JobType.INTELLIGENCE_PROMOTE_VERSION,
                "AS_GOOD_AS_LIVE");
    }

    @Test
    void tooLittleDataEndsWithoutAVersion() {
        PlayedOrder training = asked(new Answer.Throws(ErrorCode.DATA_MISSING)).endedAt("too-little-data");
        assertThat(List.of(JobType.INTELLIGENCE_PROMOTE_VERSION, JobType.INTELLIGENCE_REFUSE_VERSION))
                .allSatisfy(type -> assertThat(training.jobs(type)).isEmpty());
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void everyElementAndFlowWasTaken() {
        ModelCoverage.of("intelligence/train-model.bpmn", play.log()).assertComplete();
    }
}
