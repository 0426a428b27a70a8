package io.tillflow.studio.conversion;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.instance.ServiceTask;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeTaskDefinition;
import io.tillflow.studio.conversion.Conversion.Line;
import io.tillflow.studio.markup.Markup;
import io.tillflow.studio.markup.Node.Element;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class Camunda7Test {

    private final String original = read();
    private final Conversion done = Camunda7.convert(original);
    private final Markup converted = Markup.parse(done.source());

    @Test
    void knowsWhomAFileWasDrawnFor() {
        assertThat(Camunda7.drew(original)).isTrue();
        assertThat(Camunda7.drew(done.source())).isFalse();
        assertThat(Camunda7.drew("<definitions>Camunda Platform</definitions>")).isFalse();
    }

    @Test
    void leavesNothingOfTheOldEngineAndLosesNoElement() {
        assertThat(done.source()).doesNotContain("camunda.org/schema/1.0");
        assertThat(converted.ids()).containsAll(Markup.parse(original).ids());
        assertThat(done.source()).contains("other:kept=\"yes\"").contains("<other:note>stays</other:note>");
        assertThat(converted
                        .element("claim")
                        .first("documentation")
                        .orElseThrow()
                        .text())
                .isEqualTo("What happens to a claim.");
    }

    @Test
    void givesTheEngineModelsItCanRead() {
        ServiceTask charge = Bpmn.readModelFromStream(
                        new ByteArrayInputStream(done.source().getBytes(StandardCharsets.UTF_8)))
                .getModelElementById("charge");
        ZeebeTaskDefinition job = charge.getSingleExtensionElement(ZeebeTaskDefinition.class);
        assertThat(job.getType()).isEqualTo("charge-card");
        assertThat(job.getRetries()).isEqualTo("5");
    }

    @Test
    void mapsDataPeopleDecisionsRoundsAndCalls() {
        assertThat(extension("charge", "ioMapping").elements().map(it -> it.attribute("source")))
                .containsExactly("=order.total", "=[\"north\", region]", "=result.id");
        assertThat(extension("rate", "calledDecision").attribute("resultVariable"))
                .isEqualTo("rate");
        assertThat(extension("look", "assignmentDefinition").attribute("assignee"))
                .isEqualTo("=owner");
        assertThat(extension("look", "taskSchedule").attribute("dueDate")).isEqualTo("=due");
        Element rounds = converted
                .element("look")
                .first("multiInstanceLoopCharacteristics")
                .orElseThrow();
        assertThat(rounds.first("extensionElements")
                        .orElseThrow()
                        .first("loopCharacteristics")
                        .orElseThrow()
                        .attribute("inputCollection"))
                .isEqualTo("=order.items");
        Element called = extension("pay", "calledElement");
        assertThat(called.attribute("processId")).isEqualTo("payout");
        assertThat(called.attribute("propagateAllParentVariables")).isEqualTo("false");
        assertThat(called.attribute("propagateAllChildVariables")).isEqualTo("true");
        assertThat(converted
                        .element("f5")
                        .first("conditionExpression")
                        .orElseThrow()
                        .text())
                .isEqualTo("=rate = \"high\" and order.total > 100");
        assertThat(converted.element("t1").first("timeDuration").orElseThrow().text())
                .isEqualTo("=patience");
    }

    @Test
    void listsWhatSomebodyHasToDoByHand() {
        assertThat(done.open())
                .extracting(Line::elementId, Line::message)
                .satisfiesExactlyInAnyOrder(
                        is("charge", "The input made was made by a script"),
                        is("charge", "Only the outputs leave it here"),
                        is("charge", "The executionListener (com.example.Told, end) is not called"),
                        is("book", "let a worker take jobs of type bookClaim"),
                        is("look", "embedded:app:look.html"),
                        is("heard", "The message claim-answered needs a correlation key"),
                        is("sum", "A script in groovy is not run"),
                        is("claim", "versionTag=2.1 has no counterpart"));
        assertThat(done.dropped())
                .extracting(Line::message)
                .containsExactlyInAnyOrder(
                        "historyTimeToLive=30 is needed no more.", "asyncBefore=true is needed no more.");
    }

    @Test
    void saysWhatWouldMeanSomethingElse() {
        Conversion odd = Camunda7.convert("""
                <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn">
                <bpmn:process id="p"><bpmn:userTask id="vote"><bpmn:extensionElements><camunda:inputOutput>
                <camunda:inputParameter name="round">${loopCounter + 1}</camunda:inputParameter>
                <camunda:inputParameter name="made"><camunda:list><camunda:value>a</camunda:value><camunda:script>1</camunda:script></camunda:list></camunda:inputParameter>
                <camunda:inputParameter name="deep"><camunda:map><camunda:entry key="k"><camunda:list><camunda:value>${x}</camunda:value></camunda:list></camunda:entry></camunda:map></camunda:inputParameter>
                </camunda:inputOutput></bpmn:extensionElements><bpmn:multiInstanceLoopCharacteristics><bpmn:loopCardinality>${n}</bpmn:loopCardinality>
                <bpmn:completionCondition>${nrOfCompletedInstances/nrOfInstances >= 0.6}</bpmn:completionCondition>
                </bpmn:multiInstanceLoopCharacteristics></bpmn:userTask></bpmn:process>
                <bpmn:signal id="s" name="alert-${id}"/><bpmn:error id="e" errorCode="failed-${id}"/></bpmn:definitions>""");
        assertThat(odd.source())
                .contains("=numberOfCompletedInstances / numberOfInstances")
                .doesNotContain("alert-${id}");
        assertThat(Markup.parse(odd.source()).root().all().flatMap(it -> it.attributes().values().stream()))
                .contains("=if n < 1 then [] else for i in 1..n return i", "={\"k\": [x]}");
        assertThat(odd.open())
                .extracting(Line::elementId, Line::message)
                .satisfiesExactlyInAnyOrder(
                        is("vote", "loopCounter begins with 1 here"),
                        is("vote", "The input made was made by a script"),
                        is("e", "failed-${id} is evaluated no more"));
    }

    private static org.assertj.core.api.ThrowingConsumer<org.assertj.core.groups.Tuple> is(
            String element, String words) {
        return line -> {
            assertThat(line.toList().getFirst()).isEqualTo(element);
            assertThat(String.valueOf(line.toList().getLast())).contains(words);
        };
    }

    private Element extension(String id, String local) {
        return converted
                .element(id)
                .first("extensionElements")
                .orElseThrow()
                .first(local)
                .orElseThrow();
    }

    private static String read() {
        try (InputStream file =
                Objects.requireNonNull(Camunda7Test.class.getResourceAsStream("/foreign/camunda7.bpmn"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
