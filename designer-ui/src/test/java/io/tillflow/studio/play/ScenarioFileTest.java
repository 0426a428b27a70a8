package io.tillflow.studio.play;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ScenarioFileTest {

    @Test
    void readsEveryStep() {
        Scenario scenario = ScenarioFile.read("a.yaml", """
                name: A story
                usual:
                  payments.verify: {status: OPEN}
                steps:
                  - start: {process: greet, variables: {a: 1}}
                  - answer: {job: pay, error: DECLINED}
                  - message: paid
                    key: k
                    heard: later
                  - task: review
                    with: {outcome: approve}
                  - wait: P2D
                  - retry: pay
                  - expect: {ended: done, path: [a, b]}
                """);
        assertThat(scenario.name()).isEqualTo("A story");
        assertThat(scenario.usual()).containsKey("payments.verify");
        assertThat(scenario.steps()).hasSize(7);
        assertThat(scenario.steps().get(1))
                .isInstanceOfSatisfying(
                        Step.Answer.class, answer -> assertThat(answer.reply()).isInstanceOf(Reply.Throws.class));
        assertThat(scenario.steps().get(4)).isEqualTo(new Step.Pass(Duration.ofDays(2)));
    }

    @Test
    void namesThePlaceOfWhatItDoesNotKnow() {
        assertThatThrownBy(() -> ScenarioFile.read("a.yaml", "name: n\nsteps: [{jump: high}]"))
                .isInstanceOf(ScenarioRefused.class)
                .hasMessageContaining("a.yaml, step 1")
                .hasMessageContaining("jump");
        assertThatThrownBy(() -> ScenarioFile.read("a.yaml", "name: n\nsteps: [{wait: a while}]"))
                .hasMessageContaining("expected a duration");
        assertThatThrownBy(() -> ScenarioFile.read("a.yaml", "name: n\nsteps: [{expect: {endet: x}}]"))
                .hasMessageContaining("\"endet\" means nothing here");
        assertThatThrownBy(() -> ScenarioFile.read("a.yaml", "- [")).hasMessageContaining("not readable YAML");
        assertThatThrownBy(() -> ScenarioFile.read("a.yaml", "name: n")).hasMessageContaining("has no steps");
    }
}
