package io.tillflow.exporter.generate;

import io.tillflow.exporter.generate.ShopProcess.Kind;
import io.tillflow.exporter.generate.ShopProcess.Step;
import org.jspecify.annotations.Nullable;

/** Draws a made-up process: its steps from left to right, sub-processes as boxes around theirs. */
final class ShopDrawing {

    private static final int MIDDLE = 200;
    private static final int APART = 160;
    private static final int BOX = 180;
    private static final int TASK = 100;

    private final ShopProcess process;
    private final StringBuilder elements = new StringBuilder();
    private final StringBuilder shapes = new StringBuilder();
    private int x = 100;
    private int boxFrom;

    ShopDrawing(ShopProcess process) {
        this.process = process;
    }

    /** Where the last step ended, for the flow to the next one. */
    private record End(String id, int x) {}

    String bpmn() {
        End last = null;
        End outside = null;
        for (Step step : process.steps()) {
            switch (step.kind()) {
                case SCOPE -> {
                    flow(last, step, x);
                    elements.append("    <bpmn:subProcess id=\"%s\" name=\"%s\">\n".formatted(step.id(), name(step)));
                    outside = new End(step.id(), x);
                    boxFrom = x;
                    x += APART / 4;
                    last = null;
                }
                case SCOPE_END -> {
                    elements.append("    </bpmn:subProcess>\n");
                    shape(step.id(), boxFrom, x - boxFrom - APART / 4, BOX);
                    last = new End(outside == null ? step.id() : outside.id(), x - APART / 4);
                }
                default -> last = draw(step, last);
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
                """.formatted(process.id(), process.name(), elements, shapes);
    }

    private End draw(Step step, @Nullable End last) {
        flow(last, step, x);
        Kind kind = step.kind();
        int width = kind.height() == 80 ? TASK : kind.height();
        elements.append("    <bpmn:%s id=\"%s\" name=\"%s\"/>\n".formatted(kind.tag(), step.id(), name(step)));
        shape(step.id(), x, width, kind.height());
        End end = new End(step.id(), x + width);
        x += width + APART / 2;
        return end;
    }

    private void shape(String id, int left, int width, int height) {
        shapes.append("""
                      <bpmndi:BPMNShape id="%1$s_di" bpmnElement="%1$s"%6$s><dc:Bounds x="%2$d" y="%3$d" width="%4$d" height="%5$d"/></bpmndi:BPMNShape>
                """.formatted(
                        id, left, MIDDLE - height / 2, width, height, height == BOX ? " isExpanded=\"true\"" : ""));
    }

    private void flow(@Nullable End from, Step to, int at) {
        if (from == null) {
            return;
        }
        String id = ShopProcess.flowTo(to);
        elements.append("    <bpmn:sequenceFlow id=\"%s\" sourceRef=\"%s\" targetRef=\"%s\"/>\n"
                .formatted(id, from.id(), to.id()));
        shapes.append("""
                      <bpmndi:BPMNEdge id="%1$s_di" bpmnElement="%1$s"><di:waypoint x="%2$d" y="%4$d"/><di:waypoint x="%3$d" y="%4$d"/></bpmndi:BPMNEdge>
                """.formatted(id, from.x(), at, MIDDLE));
    }

    private static String name(Step step) {
        return step.id().replace('-', ' ');
    }
}
