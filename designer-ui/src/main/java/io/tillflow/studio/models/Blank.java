package io.tillflow.studio.models;

import io.tillflow.studio.lint.ModelFile;
import org.springframework.web.util.HtmlUtils;
import tools.jackson.databind.json.JsonMapper;

/** Models with nothing but a beginning. */
final class Blank {
    private static final JsonMapper JSON = new JsonMapper();

    private Blank() {}

    static String of(ModelFile.Kind kind, String id, String name) {
        return switch (kind) {
            case BPMN -> process(id, HtmlUtils.htmlEscape(name, "UTF-8"));
            case DMN -> decision(id, HtmlUtils.htmlEscape(name, "UTF-8"));
            case FORM, UNKNOWN -> form(id, name);
        };
    }

    private static String process(String id, String name) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" xmlns:modeler="http://camunda.org/schema/modeler/1.0" id="definitions" targetNamespace="http://bpmn.io/schema/bpmn" modeler:executionPlatform="Camunda Cloud" modeler:executionPlatformVersion="8.5.0">
                  <bpmn:process id="%1$s" name="%2$s" isExecutable="true">
                    <bpmn:startEvent id="start" name="Started" />
                  </bpmn:process>
                  <bpmndi:BPMNDiagram id="diagram">
                    <bpmndi:BPMNPlane id="plane" bpmnElement="%1$s">
                      <bpmndi:BPMNShape id="start_di" bpmnElement="start">
                        <dc:Bounds x="180" y="160" width="36" height="36" />
                        <bpmndi:BPMNLabel><dc:Bounds x="178" y="203" width="40" height="14" /></bpmndi:BPMNLabel>
                      </bpmndi:BPMNShape>
                    </bpmndi:BPMNPlane>
                  </bpmndi:BPMNDiagram>
                </bpmn:definitions>
                """.formatted(id, name);
    }

    private static String decision(String id, String name) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" xmlns:dmndi="https://www.omg.org/spec/DMN/20191111/DMNDI/" xmlns:dc="http://www.omg.org/spec/DMN/20180521/DC/" xmlns:modeler="http://camunda.org/schema/modeler/1.0" id="%1$s-graph" name="%2$s" namespace="http://camunda.org/schema/1.0/dmn" modeler:executionPlatform="Camunda Cloud" modeler:executionPlatformVersion="8.5.0">
                  <decision id="%1$s" name="%2$s">
                    <decisionTable id="table" hitPolicy="FIRST">
                      <input id="input-1" label="Total"><inputExpression id="expression-1" typeRef="number"><text>order.total</text></inputExpression></input>
                      <output id="output-1" label="Result" name="result" typeRef="string" />
                      <rule id="rule-1">
                        <inputEntry id="cell-1"><text></text></inputEntry>
                        <outputEntry id="cell-2"><text>"yes"</text></outputEntry>
                      </rule>
                    </decisionTable>
                  </decision>
                  <dmndi:DMNDI><dmndi:DMNDiagram><dmndi:DMNShape dmnElementRef="%1$s"><dc:Bounds height="80" width="180" x="160" y="100" /></dmndi:DMNShape></dmndi:DMNDiagram></dmndi:DMNDI>
                </definitions>
                """.formatted(id, name);
    }

    private static String form(String id, String name) {
        return """
                {
                  "type": "default",
                  "id": %s,
                  "name": %s,
                  "schemaVersion": 16,
                  "executionPlatform": "Camunda Cloud",
                  "executionPlatformVersion": "8.5.0",
                  "components": []
                }
                """.formatted(JSON.writeValueAsString(id), JSON.writeValueAsString(name));
    }
}
