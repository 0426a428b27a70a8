package io.tillflow.exporter.generate;

import java.util.List;
import java.util.Locale;

/**
 * A process whose instances are made up: its steps in a row, as a model with a diagram.
 *
 * @param share how many of a hundred instances are of this process
 */
record ShopProcess(String id, String name, int versions, int share, List<Step> steps) {

    /** What a step does while an instance is in it. */
    enum Kind {
        START("startEvent", 36),
        DECISION("businessRuleTask", 80),
        JOB("serviceTask", 80),
        REVIEW("userTask", 80),
        MESSAGE("intermediateCatchEvent", 36),
        TIMER("intermediateCatchEvent", 36),
        END("endEvent", 36);

        private final String tag;
        private final int height;

        Kind(String tag, int height) {
            this.tag = tag;
            this.height = height;
        }

        /** What Zeebe calls such an element. */
        String elementType() {
            return tag.replaceAll("([A-Z])", "_$1").toUpperCase(Locale.ROOT);
        }
    }

    /**
     * A step.
     *
     * @param minutes how long an instance usually stays in it
     */
    record Step(String id, Kind kind, double minutes) {}

    /** What a shop runs: mostly orders, some returns, few of the rest. */
    static final List<ShopProcess> ALL = List.of(
            new ShopProcess(
                    "order-fulfilment",
                    "Order fulfilment",
                    6,
                    82,
                    List.of(
                            new Step("order-placed", Kind.START, 0),
                            new Step("assess-risk", Kind.DECISION, 0.001),
                            new Step("review-order", Kind.REVIEW, 45),
                            new Step("await-payment", Kind.MESSAGE, 6),
                            new Step("allocate-stock", Kind.JOB, 0.02),
                            new Step("confirm-order", Kind.JOB, 0.03),
                            new Step("pick-carrier", Kind.DECISION, 0.001),
                            new Step("ship-order", Kind.JOB, 0.2),
                            new Step("capture-payment", Kind.JOB, 0.05),
                            new Step("await-delivery", Kind.MESSAGE, 2_900),
                            new Step("wait-before-follow-up", Kind.TIMER, 4_320),
                            new Step("follow-up", Kind.JOB, 0.03),
                            new Step("order-done", Kind.END, 0))),
            new ShopProcess(
                    "return-handling",
                    "Return handling",
                    3,
                    11,
                    List.of(
                            new Step("return-announced", Kind.START, 0),
                            new Step("decide-return", Kind.DECISION, 0.001),
                            new Step("await-parcel", Kind.MESSAGE, 4_000),
                            new Step("inspect-goods", Kind.REVIEW, 300),
                            new Step("refund-payment", Kind.JOB, 0.1),
                            new Step("return-done", Kind.END, 0))),
            new ShopProcess(
                    "restock",
                    "Restock",
                    2,
                    5,
                    List.of(
                            new Step("stock-low", Kind.START, 0),
                            new Step("decide-quantity", Kind.DECISION, 0.001),
                            new Step("order-from-supplier", Kind.JOB, 0.5),
                            new Step("await-receipt", Kind.MESSAGE, 9_000),
                            new Step("restock-done", Kind.END, 0))),
            new ShopProcess(
                    "win-back",
                    "Win back",
                    1,
                    2,
                    List.of(
                            new Step("customer-quiet", Kind.START, 0),
                            new Step("choose-offer", Kind.DECISION, 0.001),
                            new Step("send-offer", Kind.JOB, 0.05),
                            new Step("win-back-done", Kind.END, 0))));

    /** The model as BPMN with a diagram, its steps from left to right. */
    String bpmn() {
        StringBuilder elements = new StringBuilder();
        StringBuilder shapes = new StringBuilder();
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            int width = step.kind().height == 80 ? 100 : 36;
            elements.append("    <bpmn:%s id=\"%s\" name=\"%s\"/>\n"
                    .formatted(step.kind().tag, step.id(), step.id().replace('-', ' ')));
            shapes.append(
                    """
                          <bpmndi:BPMNShape id="%1$s_di" bpmnElement="%1$s"><dc:Bounds x="%2$d" y="%3$d" width="%4$d" height="%5$d"/></bpmndi:BPMNShape>
                    """.formatted(step.id(), 100 + i * 160, 140 - step.kind().height / 2, width, step.kind().height));
            if (i > 0) {
                flow(elements, shapes, i);
            }
        }
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:di="http://www.omg.org/spec/DD/20100524/DI" id="%1$s-definitions" targetNamespace="http://bpmn.io/schema/bpmn">
                  <bpmn:process id="%1$s" name="%2$s" isExecutable="true">
                %3$s  </bpmn:process>
                  <bpmndi:BPMNDiagram id="diagram">
                    <bpmndi:BPMNPlane id="plane" bpmnElement="%1$s">
                %4$s    </bpmndi:BPMNPlane>
                  </bpmndi:BPMNDiagram>
                </bpmn:definitions>
                """.formatted(id, name, elements, shapes);
    }

    /** The id of the flow that leads to a step. */
    static String flowTo(Step step) {
        return "to-" + step.id();
    }

    private void flow(StringBuilder elements, StringBuilder shapes, int to) {
        Step source = steps.get(to - 1);
        Step target = steps.get(to);
        elements.append("    <bpmn:sequenceFlow id=\"%s\" sourceRef=\"%s\" targetRef=\"%s\"/>\n"
                .formatted(flowTo(target), source.id(), target.id()));
        int from = 100 + (to - 1) * 160 + (source.kind().height == 80 ? 100 : 36);
        shapes.append("""
                      <bpmndi:BPMNEdge id="%1$s_di" bpmnElement="%1$s"><di:waypoint x="%2$d" y="140"/><di:waypoint x="%3$d" y="140"/></bpmndi:BPMNEdge>
                """.formatted(flowTo(target), from, 100 + to * 160));
    }
}
