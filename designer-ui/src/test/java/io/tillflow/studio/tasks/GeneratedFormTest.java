package io.tillflow.studio.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillflow.engine.model.ProcessModel;
import io.tillflow.engine.model.ProcessModels;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class GeneratedFormTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final ProcessModel MODEL = ProcessModels.parse("""
            <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"><bpmn:process id="order" isExecutable="true">
            <bpmn:userTask id="review"/><bpmn:exclusiveGateway id="which"/><bpmn:exclusiveGateway id="paid"/>
            <bpmn:serviceTask id="ship"/><bpmn:serviceTask id="refuse"/><bpmn:exclusiveGateway id="later"/>
            <bpmn:sequenceFlow id="a" sourceRef="review" targetRef="which"/>
            <bpmn:sequenceFlow id="b" sourceRef="which" targetRef="paid"><bpmn:conditionExpression>= outcome = "approve" and order.total &lt; 900</bpmn:conditionExpression></bpmn:sequenceFlow>
            <bpmn:sequenceFlow id="c" sourceRef="which" targetRef="refuse"><bpmn:conditionExpression>=outcome="reject"</bpmn:conditionExpression></bpmn:sequenceFlow>
            <bpmn:sequenceFlow id="d" sourceRef="paid" targetRef="ship"><bpmn:conditionExpression>=not(blocked)</bpmn:conditionExpression></bpmn:sequenceFlow>
            <bpmn:sequenceFlow id="e" sourceRef="paid" targetRef="refuse"><bpmn:conditionExpression>=score &gt; 0.5</bpmn:conditionExpression></bpmn:sequenceFlow>
            <bpmn:sequenceFlow id="f" sourceRef="ship" targetRef="later"/>
            <bpmn:sequenceFlow id="g" sourceRef="later" targetRef="refuse"><bpmn:conditionExpression>=lost = true</bpmn:conditionExpression></bpmn:sequenceFlow>
            </bpmn:process></bpmn:definitions>""");

    @Test
    void asksWhatTheNextGatewaysDecideByAndNothingLater() {
        Collection<Asked> asked = Asked.after(MODEL, "review");
        assertThat(asked)
                .containsExactlyInAnyOrder(
                        new Asked("outcome", Asked.Kind.CHOICE, Set.of("approve", "reject")),
                        new Asked("blocked", Asked.Kind.YES_NO, Set.of()),
                        new Asked("score", Asked.Kind.NUMBER, Set.of()));
        assertThat(Asked.after(MODEL, "ship")).extracting(Asked::name).containsExactly("lost");
    }

    @Test
    void offersTheChoicesAndShowsWhatIsKnownWithoutWritingItBack() {
        Map<String, JsonNode> known =
                Map.of("orderTotal", JSON.readTree("5"), "order", JSON.readTree("{}"), "score", JSON.readTree("0.1"));
        JsonNode form = GeneratedForm.of(known, Asked.after(MODEL, "review"));
        JsonNode outcome = field(form, "outcome");
        assertThat(outcome.path("type").asString()).isEqualTo("radio");
        assertThat(outcome.path("values").findValuesAsString("value")).containsExactlyInAnyOrder("approve", "reject");
        assertThat(field(form, "orderTotal").path("disabled").asBoolean()).isTrue();
        assertThat(field(form, "orderTotal").path("label").asString()).isEqualTo("Order total");
        assertThat(field(form, "score").has("disabled")).isFalse();
        assertThat(form.path("components")).hasSize(4);
    }

    @Test
    void refusesAnswersThatTheFormWouldRefuse() {
        JsonNode form = GeneratedForm.of(Map.of(), Asked.after(MODEL, "review"));
        assertThat(FormCheck.of(form, JSON.createObjectNode().put("outcome", "perhaps")))
                .extracting(FormCheck.Trouble::field)
                .containsExactlyInAnyOrder("outcome", "score");
        assertThat(FormCheck.of(
                        form, JSON.createObjectNode().put("outcome", "approve").put("score", 1)))
                .isEmpty();
        JsonNode bounds = JSON.readTree("""
                {"components": [{"type": "number", "key": "n", "validate": {"min": 1, "max": "9"}},
                                {"type": "textfield", "key": "t", "validate": {"maxLength": 3, "pattern": "^[a-z]+$"}},
                                {"type": "textfield", "key": "h", "conditional": {"hide": "=true"}, "validate": {"required": true}}]}""");
        assertThat(FormCheck.of(bounds, JSON.createObjectNode().put("n", 10).put("t", "ABCD")))
                .extracting(FormCheck.Trouble::message)
                .isEqualTo(List.of("is too large", "is too long", "does not match the pattern"));
        assertThat(FormCheck.of(bounds, JSON.createObjectNode().put("n", 1).put("t", "abc")))
                .isEmpty();
    }

    private static JsonNode field(JsonNode form, String key) {
        return form.path("components")
                .valueStream()
                .filter(it -> it.path("key").asString().equals(key))
                .findFirst()
                .orElseThrow();
    }
}
