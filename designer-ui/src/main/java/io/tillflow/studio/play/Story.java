package io.tillflow.studio.play;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the engine's log says of one scenario: everything since it began. */
final class Story {
    static final String USER_TASK = "io.camunda.zeebe:userTask";
    private static final JsonMapper JSON = new JsonMapper();
    private static final Set<String> SCOPES = Set.of("SUB_PROCESS", "EVENT_SUB_PROCESS", "MULTI_INSTANCE_BODY");

    private final List<Event> log;
    private final int from;
    private final String processId;

    Story(List<Event> log, int from, String processId) {
        this.log = log;
        this.from = from;
        this.processId = processId;
    }

    private Stream<Event> events() {
        return log.subList(from, log.size()).stream();
    }

    private Stream<Event> elements(String intent) {
        return events().filter(event -> event.is("PROCESS_INSTANCE", intent))
                .filter(event -> event.text("bpmnProcessId").equals(processId));
    }

    /** Elements in the order in which they were reached. */
    List<String> path() {
        return elements("ELEMENT_ACTIVATED")
                .filter(event -> !event.text("bpmnElementType").equals("PROCESS"))
                .map(event -> event.text("elementId"))
                .toList();
    }

    List<String> flows() {
        return elements("SEQUENCE_FLOW_TAKEN")
                .map(event -> event.text("elementId"))
                .toList();
    }

    /** Where tokens are. */
    List<String> active() {
        return standing().map(event -> event.text("elementId")).toList();
    }

    /** Whether nothing but time is waited for: every token stands at a timer on its way. */
    boolean waitsForTimeAlone() {
        List<Event> steps = standing()
                .filter(event -> !SCOPES.contains(event.text("bpmnElementType")))
                .toList();
        return !steps.isEmpty()
                && steps.stream()
                        .allMatch(event -> event.text("bpmnElementType").equals("INTERMEDIATE_CATCH_EVENT")
                                && event.text("bpmnEventType").equals("TIMER"));
    }

    private Stream<Event> standing() {
        Map<Long, Event> active = new LinkedHashMap<>();
        events().filter(event -> event.valueType().equals("PROCESS_INSTANCE"))
                .filter(event -> event.text("bpmnProcessId").equals(processId))
                .filter(event -> !event.text("bpmnElementType").equals("PROCESS"))
                .forEach(event -> {
                    switch (event.intent()) {
                        case "ELEMENT_ACTIVATED" -> active.put(event.key(), event);
                        case "ELEMENT_COMPLETED", "ELEMENT_TERMINATED" -> active.remove(event.key());
                        default -> {
                            // on the way between two states
                        }
                    }
                });
        return active.values().stream();
    }

    /** Instances that are not over, whatever their process; the roots first. */
    List<Long> openInstances() {
        Set<Long> open = new HashSet<>();
        List<Long> order = new ArrayList<>();
        events().filter(event -> event.valueType().equals("PROCESS_INSTANCE"))
                .filter(event -> event.text("bpmnElementType").equals("PROCESS"))
                .forEach(event -> {
                    switch (event.intent()) {
                        case "ELEMENT_ACTIVATED" -> {
                            if (event.number("parentProcessInstanceKey") <= 0 && open.add(event.key())) {
                                order.add(event.key());
                            }
                        }
                        case "ELEMENT_COMPLETED", "ELEMENT_TERMINATED" -> open.remove(event.key());
                        default -> {
                            // on the way between two states
                        }
                    }
                });
        return order.stream().filter(open::contains).toList();
    }

    /** Types of jobs that were made, or may run again, since this place in the log. */
    Set<String> workSince(int place) {
        Set<String> types = new HashSet<>();
        log.subList(Math.max(from, place), log.size()).stream()
                .filter(event -> event.is("JOB", "CREATED") || event.is("JOB", "RETRIES_UPDATED"))
                .map(event -> event.text("type"))
                .filter(type -> !type.equals(USER_TASK))
                .forEach(types::add);
        return types;
    }

    /** The open task of a person: a job, or a task of the engine's own. */
    Optional<Event> task(String element) {
        Set<Long> done = new HashSet<>();
        events().filter(event ->
                        event.valueType().equals("JOB") || event.valueType().equals("USER_TASK"))
                .filter(event ->
                        event.intent().equals("COMPLETED") || event.intent().equals("CANCELED"))
                .forEach(event -> done.add(event.key()));
        return events().filter(Story::asksAPerson)
                .filter(event -> event.text("elementId").equals(element) && !done.contains(event.key()))
                .findFirst();
    }

    static boolean asksAPerson(Event event) {
        return event.is("USER_TASK", "CREATED")
                || (event.is("JOB", "CREATED") && event.text("type").equals(USER_TASK));
    }

    /** Incidents that are open, as the element and the reason. */
    List<Event> incidents() {
        Set<Long> resolved = new HashSet<>();
        events().filter(event -> event.is("INCIDENT", "RESOLVED")).forEach(event -> resolved.add(event.key()));
        return events().filter(event -> event.is("INCIDENT", "CREATED"))
                .filter(event -> !resolved.contains(event.key()))
                .toList();
    }

    /** Root variables of the process's instance, as they are now. */
    Map<String, JsonNode> variables() {
        Set<Long> roots = new HashSet<>();
        elements("ELEMENT_ACTIVATED")
                .filter(event -> event.text("bpmnElementType").equals("PROCESS"))
                .forEach(event -> roots.add(event.key()));
        Map<String, JsonNode> variables = new LinkedHashMap<>();
        events().filter(event -> event.valueType().equals("VARIABLE"))
                .filter(event -> roots.contains(event.number("scopeKey")))
                .forEach(event -> variables.put(event.text("name"), JSON.readTree(event.text("value"))));
        return variables;
    }
}
