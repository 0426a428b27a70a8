package io.tillflow.processes;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** A shipped BPMN or DMN file as tests look at it. */
record Model(String name, Document document) {
    private static final Set<String> FLOW_NODES = Set.of(
            "startEvent",
            "endEvent",
            "boundaryEvent",
            "intermediateCatchEvent",
            "intermediateThrowEvent",
            "serviceTask",
            "userTask",
            "businessRuleTask",
            "scriptTask",
            "sendTask",
            "receiveTask",
            "callActivity",
            "subProcess",
            "exclusiveGateway",
            "parallelGateway",
            "inclusiveGateway",
            "eventBasedGateway");

    static Model read(String name) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            return new Model(
                    name, factory.newDocumentBuilder().parse(new ByteArrayInputStream(ShippedModels.read(name))));
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new IllegalStateException("cannot read " + name, e);
        }
    }

    /** All shipped BPMN models. */
    static List<Model> processes() {
        return ShippedModels.names().stream()
                .filter(name -> name.endsWith(".bpmn"))
                .map(Model::read)
                .toList();
    }

    /** Job types in all shipped models. */
    static Set<String> jobTypes() {
        return processes().stream()
                .flatMap(model -> model.values("taskDefinition", "type").stream())
                .collect(Collectors.toSet());
    }

    String processId() {
        return elements("process").findFirst().orElseThrow().getAttribute("id");
    }

    Set<String> flowNodes() {
        return all().filter(element -> FLOW_NODES.contains(element.getLocalName()))
                .map(element -> element.getAttribute("id"))
                .collect(Collectors.toSet());
    }

    Set<String> flows() {
        return values("sequenceFlow", "id");
    }

    boolean leavesEventBasedGateway(String flow) {
        return values("eventBasedGateway", "id").contains(attribute(flow, "sourceRef"));
    }

    String target(String flow) {
        return attribute(flow, "targetRef");
    }

    private String attribute(String flow, String name) {
        return elements("sequenceFlow")
                .filter(element -> element.getAttribute("id").equals(flow))
                .findFirst()
                .orElseThrow()
                .getAttribute(name);
    }

    /** The values of an attribute on all elements of this name. */
    Set<String> values(String element, String attribute) {
        return elements(element).map(found -> found.getAttribute(attribute)).collect(Collectors.toSet());
    }

    Stream<Element> elements(String localName) {
        return all().filter(element -> localName.equals(element.getLocalName()));
    }

    /** Descendants of this name. */
    static Stream<Element> below(Element element, String localName) {
        return stream(element.getElementsByTagNameNS("*", localName));
    }

    private Stream<Element> all() {
        return stream(document.getElementsByTagNameNS("*", "*"));
    }

    private static Stream<Element> stream(NodeList nodes) {
        return IntStream.range(0, nodes.getLength()).mapToObj(i -> (Element) nodes.item(i));
    }
}
