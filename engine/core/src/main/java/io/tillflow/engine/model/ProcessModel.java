package io.tillflow.engine.model;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The elements and flows of a BPMN file with the names people know them by. */
public record ProcessModel(String processId, String name, Map<String, Element> elements, List<Flow> flows) {

    /**
     * One flow node.
     *
     * @param type its BPMN tag, such as {@code serviceTask}; {@code eventSubProcess} for one that an event triggers
     * @param container id of the sub-process it is in, or of the process
     * @param attachedTo for a boundary event the id of its activity, else empty
     * @param trigger what an event reacts to or sends, such as {@code message} or {@code timer}; else empty
     * @param message name of the message that an event waits for, else empty
     * @param ofEngine whether a user task is kept by the engine itself and not by a job
     * @param outputs names of the variables that it leaves behind, as far as the file says so
     */
    public record Element(
            String id,
            String name,
            String type,
            String container,
            String attachedTo,
            String trigger,
            String message,
            boolean ofEngine,
            List<String> outputs) {

        Element(String id, String name, String type, String container, String attachedTo) {
            this(id, name, type, container, attachedTo, "", "", false, List.of());
        }

        public Element {
            outputs = List.copyOf(outputs);
        }

        Element triggeredBy(String what) {
            return new Element(id, name, type, container, attachedTo, what, message, ofEngine, outputs);
        }

        Element waitingFor(String what) {
            return new Element(id, name, type, container, attachedTo, trigger, what, ofEngine, outputs);
        }

        Element keptByTheEngine() {
            return new Element(id, name, type, container, attachedTo, trigger, message, true, outputs);
        }

        Element leaving(String variable) {
            List<String> all = new ArrayList<>(outputs);
            if (!all.contains(variable)) {
                all.add(variable);
            }
            return new Element(id, name, type, container, attachedTo, trigger, message, ofEngine, all);
        }

        /** The name, or something readable in its place. */
        public String label() {
            return name.isBlank() ? id.replace('-', ' ') : name.replaceAll("\\s+", " ");
        }
    }

    /**
     * A sequence flow.
     *
     * @param condition the FEEL expression that lets a token through, else empty
     */
    public record Flow(String id, String name, String source, String target, String condition) {

        /** A flow without a condition. */
        public Flow(String id, String name, String source, String target) {
            this(id, name, source, target, "");
        }

        Flow when(String feel) {
            return new Flow(id, name, source, target, feel);
        }
    }

    public ProcessModel {
        elements = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(elements));
        flows = List.copyOf(flows);
    }

    /** The name of an element, or its id when the file does not know it. */
    public String label(String elementId) {
        Element element = elements.get(elementId);
        return element == null ? elementId : element.label();
    }

    public String title() {
        return name.isBlank() ? processId : name;
    }

    /** The elements as they follow each other: from the starts along the flows, boundary events after their activity. */
    public List<Element> inOrder() {
        Set<String> seen = new HashSet<>();
        List<Element> ordered = new ArrayList<>();
        elements.values().stream()
                .filter(it -> it.type().equals("startEvent"))
                .forEach(it -> follow(it, seen, ordered));
        elements.values().forEach(it -> follow(it, seen, ordered));
        return ordered;
    }

    private void follow(Element start, Set<String> seen, List<Element> ordered) {
        List<Element> ahead = new ArrayList<>(List.of(start));
        while (!ahead.isEmpty()) {
            Element element = ahead.removeFirst();
            if (!seen.add(element.id())) {
                continue;
            }
            ordered.add(element);
            List<Element> next = new ArrayList<>(inside(element));
            next.addAll(attached(element));
            flows.stream()
                    .filter(flow -> flow.source().equals(element.id()))
                    .map(flow -> elements.get(flow.target()))
                    .filter(it -> it != null && !seen.contains(it.id()))
                    .forEach(next::add);
            ahead.addAll(0, next);
        }
    }

    private List<Element> inside(Element container) {
        return elements.values().stream()
                .filter(it -> it.container().equals(container.id()) && it.type().equals("startEvent"))
                .toList();
    }

    private List<Element> attached(Element activity) {
        return elements.values().stream()
                .filter(it -> it.attachedTo().equals(activity.id()))
                .toList();
    }
}
