package io.tillflow.processes;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Element;

class StepTest {
    @ParameterizedTest
    @EnumSource(Step.class)
    void aPersonsStepHasTheKeyThatItsModelForms(Step step) {
        Element task = Model.processes().stream()
                .filter(model -> model.processId().equals(step.process()))
                .flatMap(model -> model.elements("serviceTask"))
                .filter(found -> found.getAttribute("id").equals(step.element()))
                .findFirst()
                .orElseThrow();
        String source = Model.below(task, "input")
                .filter(input -> input.getAttribute("target").equals("effectKey"))
                .findFirst()
                .orElseThrow()
                .getAttribute("source");
        assertThat(source.replaceFirst("=(order|request)\\.id \\+ ", ""))
                .startsWith("\"/" + step.element() + "/\" + string(");
        assertThat(step.effect("7f3", 2)).isEqualTo("7f3/" + step.element() + "/2");
    }
}
