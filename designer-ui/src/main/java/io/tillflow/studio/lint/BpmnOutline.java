package io.tillflow.studio.lint;

import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** What a BPMN file promises to the world outside of it: its processes, the messages that start them, the jobs they ask for. */
public record BpmnOutline(List<StartableProcess> processes, List<Job> jobs) {
    private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";

    /** A process with the names of the messages that start it. */
    public record StartableProcess(String id, String name, boolean executable, List<String> startMessages) {}

    /** A step that asks a worker; the type is empty where an expression decides it. */
    public record Job(String elementId, String type) {}

    /** Reads a text that {@link Guard} let pass. */
    public static BpmnOutline of(String xml) {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(xml));
            Reading reading = new Reading();
            while (reader.hasNext()) {
                reading.step(reader, reader.next());
            }
            return reading.outline();
        } catch (XMLStreamException e) {
            throw new IllegalArgumentException("expected well-formed XML", e);
        }
    }

    public Optional<StartableProcess> executable() {
        return processes.stream()
                .filter(StartableProcess::executable)
                .findFirst()
                .or(() -> processes.stream().findFirst());
    }

    private record Open(String name, @Nullable String id) {}

    private record Start(String processId, String messageRef) {}

    private record ProcessTag(String id, String name, boolean executable) {}

    private static final class Reading {
        private final Deque<Open> path = new ArrayDeque<>();
        private final List<ProcessTag> processes = new ArrayList<>();
        private final List<Start> starts = new ArrayList<>();
        private final List<Job> jobs = new ArrayList<>();
        private final Map<String, String> messages = new HashMap<>();

        void step(XMLStreamReader reader, int event) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                path.push(new Open(reader.getLocalName(), reader.getAttributeValue(null, "id")));
                start(reader);
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                path.pop();
            }
        }

        private void start(XMLStreamReader reader) {
            boolean bpmn = BPMN.equals(reader.getNamespaceURI());
            switch (reader.getLocalName()) {
                case "process" -> {
                    if (bpmn) {
                        String id = attribute(reader, "id");
                        String name = attribute(reader, "name");
                        processes.add(new ProcessTag(
                                id, name.isBlank() ? id : name, "true".equals(attribute(reader, "isExecutable"))));
                    }
                }
                case "message" -> messages.put(attribute(reader, "id"), attribute(reader, "name"));
                case "messageEventDefinition" -> startMessage(reader);
                case "taskDefinition" -> jobs.add(new Job(owner(), literal(attribute(reader, "type"))));
                default -> {}
            }
        }

        /** Only the process's own start event starts instances; one in an event sub-process does not. */
        private void startMessage(XMLStreamReader reader) {
            List<Open> up = List.copyOf(path);
            if (up.size() > 2
                    && up.get(1).name().equals("startEvent")
                    && up.get(2).name().equals("process")) {
                starts.add(new Start(Objects.requireNonNullElse(up.get(2).id(), ""), attribute(reader, "messageRef")));
            }
        }

        private String owner() {
            return path.stream()
                    .filter(open -> open.id() != null && !open.name().equals("taskDefinition"))
                    .findFirst()
                    .map(open -> Objects.requireNonNullElse(open.id(), ""))
                    .orElse("");
        }

        BpmnOutline outline() {
            List<StartableProcess> found = processes.stream()
                    .map(tag -> new StartableProcess(tag.id(), tag.name(), tag.executable(), startMessagesOf(tag.id())))
                    .toList();
            return new BpmnOutline(found, List.copyOf(jobs));
        }

        private List<String> startMessagesOf(String processId) {
            return starts.stream()
                    .filter(start -> start.processId().equals(processId))
                    .map(start -> messages.getOrDefault(start.messageRef().replaceFirst("^.*:", ""), ""))
                    .filter(name -> !name.isEmpty())
                    .toList();
        }

        private static String attribute(XMLStreamReader reader, String name) {
            return Objects.requireNonNullElse(reader.getAttributeValue(null, name), "");
        }

        private static String literal(String type) {
            return type.startsWith("=") ? "" : type;
        }
    }
}
