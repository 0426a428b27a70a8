package io.tillflow.engine.model;

import io.tillflow.engine.model.ProcessModel.Element;
import io.tillflow.engine.model.ProcessModel.Flow;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Parses BPMN as far as names, order and flows go. */
public final class ProcessModels {

    private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    private static final String ZEEBE = "http://camunda.org/schema/zeebe/1.0";
    private static final String EVENT_DEFINITION = "EventDefinition";
    private static final Set<String> CONTAINERS = Set.of("process", "subProcess", "adHocSubProcess", "transaction");

    private final Map<String, Element> elements = new LinkedHashMap<>();
    private final Map<String, String> messages = new LinkedHashMap<>();
    private final List<Flow> flows = new ArrayList<>();
    private final Deque<String> containers = new ArrayDeque<>();
    private String last = "";
    private String processId = "";
    private String processName = "";

    private ProcessModels() {}

    /** The model of the file's executable process, or of its first when none is. */
    public static ProcessModel parse(String bpmn) {
        try {
            XMLStreamReader reader = Xml.reader(bpmn);
            ProcessModels parse = new ProcessModels();
            while (reader.hasNext()) {
                int event = reader.next();
                if (event == XMLStreamConstants.START_ELEMENT && BPMN.equals(reader.getNamespaceURI())) {
                    parse.start(reader);
                } else if (event == XMLStreamConstants.START_ELEMENT && ZEEBE.equals(reader.getNamespaceURI())) {
                    parse.extension(reader);
                } else if (event == XMLStreamConstants.END_ELEMENT && BPMN.equals(reader.getNamespaceURI())) {
                    parse.end(reader);
                }
            }
            parse.elements.replaceAll(
                    (id, it) -> it.waitingFor(parse.messages.getOrDefault(local(it.message()), it.message())));
            return new ProcessModel(parse.processId, parse.processName, parse.elements, parse.flows);
        } catch (XMLStreamException e) {
            throw new IllegalArgumentException("expected BPMN, but it is no readable XML", e);
        }
    }

    private void start(XMLStreamReader reader) throws XMLStreamException {
        String tag = reader.getLocalName();
        String id = attribute(reader, "id");
        if (tag.equals("process") && (processId.isEmpty() || "true".equals(attribute(reader, "isExecutable")))) {
            processId = id;
            processName = attribute(reader, "name");
        } else if (tag.equals("sequenceFlow")) {
            flows.add(new Flow(
                    id, attribute(reader, "name"), attribute(reader, "sourceRef"), attribute(reader, "targetRef")));
        } else if (tag.equals("conditionExpression") && !flows.isEmpty()) {
            flows.add(flows.removeLast().when(reader.getElementText()));
        } else if (isFlowNode(tag)) {
            String container = Objects.requireNonNullElse(containers.peek(), "");
            String type = "true".equals(attribute(reader, "triggeredByEvent")) ? "eventSubProcess" : tag;
            elements.put(
                    id,
                    new Element(id, attribute(reader, "name"), type, container, attribute(reader, "attachedToRef")));
            last = id;
        } else if (tag.endsWith(EVENT_DEFINITION)) {
            String trigger = tag.substring(0, tag.length() - EVENT_DEFINITION.length());
            elements.computeIfPresent(
                    last, (same, event) -> event.triggeredBy(trigger).waitingFor(attribute(reader, "messageRef")));
        } else if (tag.equals("message")) {
            messages.put(id, attribute(reader, "name"));
        }
        if (CONTAINERS.contains(tag)) {
            containers.push(id);
        }
    }

    /** What an element leaves behind: the targets of its output mappings, or the result of its expression or decision. */
    private void extension(XMLStreamReader reader) {
        if (reader.getLocalName().equals("userTask")) {
            elements.computeIfPresent(last, (same, task) -> task.keptByTheEngine());
        }
        String variable = attribute(reader, reader.getLocalName().equals("output") ? "target" : "resultVariable")
                .replaceFirst("\\..*", "");
        if (!variable.isEmpty()) {
            elements.computeIfPresent(last, (same, element) -> element.leaving(variable));
        }
    }

    private void end(XMLStreamReader reader) {
        if (CONTAINERS.contains(reader.getLocalName())) {
            containers.pop();
        }
    }

    /** References may carry a prefix. */
    private static String local(String reference) {
        return reference.substring(reference.indexOf(':') + 1);
    }

    private static boolean isFlowNode(String tag) {
        return tag.endsWith("Task")
                || tag.equals("task")
                || tag.endsWith("Event")
                || tag.endsWith("Gateway")
                || tag.equals("callActivity")
                || tag.equals("subProcess")
                || tag.equals("adHocSubProcess")
                || tag.equals("transaction");
    }

    private static String attribute(XMLStreamReader reader, String name) {
        return Objects.requireNonNullElse(reader.getAttributeValue(null, name), "");
    }
}
