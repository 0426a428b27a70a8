package io.tillflow.launcher.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Elements and flows that become a BPMN file with a diagram. */
final class DrawnProcess {

    /** Where the middle of an element is, and its size. */
    record Spot(int x, int y, int width, int height) {}

    private record Node(String kind, String name, String content, Spot spot) {}

    private record Flow(String from, String to, String name, String content) {
        String id() {
            return from + "--" + to;
        }
    }

    private final Map<String, Node> nodes = new LinkedHashMap<>();
    private final List<Flow> flows = new ArrayList<>();

    void node(String id, String kind, String name, String content, Spot spot) {
        nodes.put(id, new Node(kind, name, content, spot));
    }

    void flow(String from, String to) {
        flow(from, to, "", "");
    }

    void flow(String from, String to, String name, String content) {
        flows.add(new Flow(from, to, name, content));
    }

    int nodes() {
        return nodes.size();
    }

    int flows() {
        return flows.size();
    }

    String source(String id, String name) {
        StringBuilder process = new StringBuilder();
        nodes.forEach((of, node) -> process.append(element(of, node)));
        flows.forEach(flow -> process.append(flow(flow)));
        StringBuilder diagram = new StringBuilder();
        nodes.forEach((of, node) -> diagram.append(shape(of, node)));
        flows.forEach(flow -> diagram.append(edge(flow)));
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" \
                xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" \
                xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:di="http://www.omg.org/spec/DD/20100524/DI" \
                xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" xmlns:modeler="http://camunda.org/schema/modeler/1.0" \
                id="%1$s-definitions" targetNamespace="https://tillflow.io/processes" \
                modeler:executionPlatform="Camunda Cloud" modeler:executionPlatformVersion="8.5.0">
                <bpmn:process id="%1$s" name="%2$s" isExecutable="true">
                %3$s</bpmn:process>
                <bpmndi:BPMNDiagram id="%1$s-diagram"><bpmndi:BPMNPlane id="%1$s-plane" bpmnElement="%1$s">
                %4$s</bpmndi:BPMNPlane></bpmndi:BPMNDiagram>
                </bpmn:definitions>
                """.formatted(id, name, process, diagram);
    }

    /** The format wants extensions before flows and what kind of event it is after them. */
    private String element(String id, Node node) {
        StringBuilder ways = new StringBuilder();
        flows.stream().filter(it -> it.to().equals(id)).forEach(it -> ways.append(way("incoming", it)));
        flows.stream().filter(it -> it.from().equals(id)).forEach(it -> ways.append(way("outgoing", it)));
        boolean extended = node.content().startsWith("<bpmn:extensionElements>");
        return "<bpmn:%1$s id=\"%2$s\"%3$s>%4$s</bpmn:%1$s>\n"
                .formatted(
                        node.kind(), id, named(node.name()), extended ? node.content() + ways : ways + node.content());
    }

    private static String flow(Flow flow) {
        return "<bpmn:sequenceFlow id=\"%s\" sourceRef=\"%s\" targetRef=\"%s\"%s>%s</bpmn:sequenceFlow>\n"
                .formatted(flow.id(), flow.from(), flow.to(), named(flow.name()), flow.content());
    }

    private static String named(String name) {
        return name.isEmpty() ? "" : " name=\"" + name + "\"";
    }

    private static String way(String kind, Flow flow) {
        return "<bpmn:%1$s>%2$s</bpmn:%1$s>".formatted(kind, flow.id());
    }

    private static String shape(String id, Node node) {
        Spot spot = node.spot();
        return "<bpmndi:BPMNShape id=\"%1$s-shape\" bpmnElement=\"%1$s\"%2$s>%3$s</bpmndi:BPMNShape>\n"
                .formatted(
                        id,
                        node.kind().equals("exclusiveGateway") ? " isMarkerVisible=\"true\"" : "",
                        "<dc:Bounds x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\"/>"
                                .formatted(
                                        spot.x() - spot.width() / 2,
                                        spot.y() - spot.height() / 2,
                                        spot.width(),
                                        spot.height()));
    }

    private String edge(Flow flow) {
        return "<bpmndi:BPMNEdge id=\"%1$s-edge\" bpmnElement=\"%1$s\">%2$s%3$s</bpmndi:BPMNEdge>\n"
                .formatted(flow.id(), waypoint(flow.from(), 1), waypoint(flow.to(), -1));
    }

    private String waypoint(String id, int side) {
        Spot spot = Objects.requireNonNull(nodes.get(id)).spot();
        return "<di:waypoint x=\"%d\" y=\"%d\"/>".formatted(spot.x() + side * spot.width() / 2, spot.y());
    }
}
