package io.tillflow.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What a night exports, once each. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NightlyExportTest {
    private Play play;

    @BeforeAll
    void start() {
        play = new Play();
    }

    @AfterAll
    void stop() {
        play.close();
    }

    @Test
    void exportsOneKindOfFiguresAfterTheOtherUnderKeysOfTheNight() {
        PlayedOrder night = play.order();
        night.hears(
                Message.EXPORT_DUE,
                Map.of("schedule", Map.of("id", night.id(), "due", "2026-03-02T03:30:00Z", "byHand", false)));
        night.endedAt("figures-exported");
        assertThat(night.jobs(JobType.ANALYTICS_EXPORT).stream().map(job -> job.text("dataset")))
                .containsExactly("purchases", "sales", "demand");
        assertThat(night.effectKeys("export-figures"))
                .first()
                .isEqualTo(night.id() + "@2026-03-02T03:30:00Z/export-figures/1");
        ModelCoverage.of("analytics/nightly-export.bpmn", play.log()).assertComplete();
    }
}
