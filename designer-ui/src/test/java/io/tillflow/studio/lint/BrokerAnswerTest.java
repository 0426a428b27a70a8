package io.tillflow.studio.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class BrokerAnswerTest {

    @Test
    void namesFileElementAndReasonOfEveryProblem() {
        String answer = """
                Expected to deploy new resources, but encountered the following errors:
                'greet.bpmn': - Element: say-hello > extensionElements > taskDefinition
                    - ERROR: Attribute 'type' must be present and not empty
                - Element: decide
                    - ERROR: Must have a condition or be default flow
                    - ERROR: failed to parse expression '1 +'
                'size.dmn': Failed to parse DMN file""";
        assertThat(BrokerAnswer.findings(answer, List.of("greet.bpmn", "size.dmn")))
                .extracting(Finding::file, Finding::elementId, Finding::message)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                "greet.bpmn", "say-hello", "Attribute 'type' must be present and not empty"),
                        org.assertj.core.groups.Tuple.tuple(
                                "greet.bpmn", "decide", "Must have a condition or be default flow"),
                        org.assertj.core.groups.Tuple.tuple("greet.bpmn", "decide", "failed to parse expression '1 +'"),
                        org.assertj.core.groups.Tuple.tuple("size.dmn", "", "Failed to parse DMN file"));
    }

    @Test
    void keepsAnAnswerItCannotTakeApart() {
        assertThat(BrokerAnswer.findings("no leader", List.of("greet.bpmn")))
                .singleElement()
                .satisfies(finding -> assertThat(finding.message()).isEqualTo("no leader"));
    }

    @Test
    void cutsAnAnswerOfAMegabyte() {
        assertThat(BrokerAnswer.findings("'a.bpmn': " + "x".repeat(1_000_000), List.of("a.bpmn")))
                .singleElement()
                .satisfies(finding -> assertThat(finding.message()).hasSizeLessThan(1000));
    }
}
