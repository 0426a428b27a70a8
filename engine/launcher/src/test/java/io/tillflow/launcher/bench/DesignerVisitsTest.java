package io.tillflow.launcher.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.tillflow.launcher.Trouble;
import org.junit.jupiter.api.Test;

class DesignerVisitsTest {
    @Test
    void theMiddleOfTheVisitsIsHeldAgainstTheGoal() {
        DesignerVisits visits = DesignerVisits.read("""
                {"large": [2500, 1000, 1200], "small": [700, 600, 900], "rest": [60, 60.1, 59],
                 "panning": [57.5, 60, 40], "zooming": [56.9, 30, 58]}""");
        assertThat(visits.lines(200))
                .extracting(BenchLine::name, BenchLine::ours, BenchLine::goal, BenchLine::ok)
                .containsExactly(
                        tuple("opens, 200 elements", 1200.0, 2000.0, true),
                        tuple("frames a second, at rest", 60.0, Double.NaN, true),
                        tuple("frames a second, panning", 57.5, 57.0, true),
                        tuple("frames a second, zooming", 56.9, 57.0, false));
        assertThat(visits.lines(200).getFirst().beside()).isEqualTo(new BenchLine.Beside(700, 1000, 2500));
        assertThat(visits.lines(200).getLast().beside()).isEqualTo(new BenchLine.Beside(60, 30, 58));
    }

    @Test
    void whoIsNotLetInLearnsWhatToSet() {
        assertThatThrownBy(() -> DesignerVisits.read("{\"trouble\": \"refused\"}"))
                .isInstanceOf(Trouble.class)
                .hasMessageContaining("set TILLFLOW_ADMIN_PASSWORD");
        assertThatThrownBy(() -> DesignerVisits.read("{\"trouble\": \"locked\", \"seconds\": \"30\"}"))
                .hasMessageContaining("30 s");
        assertThatThrownBy(() -> DesignerVisits.read("{\"trouble\": \"Expected 200 elements\"}"))
                .hasMessage("Expected 200 elements");
    }

    @Test
    void anAnswerWithoutFiguresIsNoMeasurement() {
        assertThatThrownBy(() -> DesignerVisits.read("")).isInstanceOf(Trouble.class);
        assertThatThrownBy(() -> DesignerVisits.read("no figures")).isInstanceOf(Trouble.class);
        assertThatThrownBy(() -> DesignerVisits.read("{\"large\": [1], \"small\": []}"))
                .isInstanceOf(Trouble.class)
                .hasMessageContaining("small");
    }
}
