package io.tillflow.studio.play;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What is so after everything the engine recorded; it takes one event after the other. */
final class Situation {
    static final String CONTAINER = "PROCESS|SUB_PROCESS|EVENT_SUB_PROCESS|MULTI_INSTANCE_BODY";
    private static final JsonMapper JSON = new JsonMapper();

    /** A token, or a scope with tokens inside. */
    record Place(String elementId, String type, String processId) {
        boolean isToken() {
            return !type.matches(CONTAINER);
        }
    }

    /** A message that an instance listens for. */
    record Listening(String elementId, String message, String correlationKey) {}

    /** A timer that runs. */
    record Running(String elementId, Instant due) {}

    private final String processId;
    private final Map<Long, Place> active = new LinkedHashMap<>();
    private final Map<String, Integer> passed = new LinkedHashMap<>();
    private final Set<String> cancelled = new LinkedHashSet<>();
    private final List<String> path = new ArrayList<>();
    private final List<String> flows = new ArrayList<>();
    private final Map<String, Listening> listening = new LinkedHashMap<>();
    private final Map<Long, Running> timers = new LinkedHashMap<>();
    private final Map<Long, Event> incidents = new LinkedHashMap<>();
    private final Map<Long, Map<String, JsonNode>> variables = new LinkedHashMap<>();
    private final List<Verdict> decisions = new ArrayList<>();
    private final Set<Long> roots = new LinkedHashSet<>();
    private final Map<Long, Event> tasks = new LinkedHashMap<>();
    private final Map<Long, Event> signals = new LinkedHashMap<>();
    private int heard;

    Situation(String processId) {
        this.processId = processId;
    }

    void take(Event event) {
        switch (event.valueType()) {
            case "PROCESS_INSTANCE" -> element(event);
            case "PROCESS_MESSAGE_SUBSCRIPTION" -> message(event);
            case "TIMER" -> timer(event);
            case "INCIDENT" -> incident(event);
            case "VARIABLE" ->
                variables
                        .computeIfAbsent(event.number("scopeKey"), key -> new LinkedHashMap<>())
                        .put(event.text("name"), JSON.readTree(event.text("value")));
            case "DECISION_EVALUATION" -> decision(event);
            case "USER_TASK" -> kept(tasks, event);
            case "JOB" -> {
                if (event.text("type").equals(Story.USER_TASK)) {
                    kept(tasks, event);
                }
            }
            case "SIGNAL_SUBSCRIPTION" -> kept(signals, event);
            default -> {
                // workers' jobs are kept by who takes them; the rest changes nothing that can be seen
            }
        }
    }

    private void element(Event event) {
        boolean ours = event.text("bpmnProcessId").equals(processId);
        String id = event.text("elementId");
        switch (event.intent()) {
            case "ELEMENT_ACTIVATED" -> {
                active.put(event.key(), new Place(id, event.text("bpmnElementType"), event.text("bpmnProcessId")));
                if (ours && event.text("bpmnElementType").equals("PROCESS")) {
                    roots.add(event.key());
                } else if (ours) {
                    path.add(id);
                }
            }
            case "ELEMENT_COMPLETED" -> {
                active.remove(event.key());
                if (ours && !id.equals(processId)) {
                    passed.merge(id, 1, Integer::sum);
                    cancelled.remove(id);
                }
            }
            case "ELEMENT_TERMINATED" -> {
                active.remove(event.key());
                if (ours && !id.equals(processId) && !passed.containsKey(id)) {
                    cancelled.add(id);
                }
            }
            case "SEQUENCE_FLOW_TAKEN" -> {
                if (ours) {
                    flows.add(id);
                }
            }
            default -> {
                // on the way between two states
            }
        }
    }

    private void message(Event event) {
        String key = event.number("elementInstanceKey") + "/" + event.text("messageName");
        boolean over = event.intent().equals("DELETED")
                || (event.intent().equals("CORRELATED")
                        && event.value().path("interrupting").asBoolean(true));
        heard += event.intent().equals("CORRELATED") ? 1 : 0;
        if (event.intent().equals("CREATED")) {
            listening.put(
                    key,
                    new Listening(event.text("elementId"), event.text("messageName"), event.text("correlationKey")));
        } else if (over) {
            listening.remove(key);
        }
    }

    private void timer(Event event) {
        if (event.intent().equals("CREATED")) {
            timers.put(
                    event.key(),
                    new Running(event.text("targetElementId"), Instant.ofEpochMilli(event.number("dueDate"))));
        } else if (event.intent().equals("TRIGGERED") || event.intent().equals("CANCELED")) {
            timers.remove(event.key());
        }
    }

    private void incident(Event event) {
        if (event.intent().equals("CREATED")) {
            incidents.put(event.key(), event);
        } else if (event.intent().equals("RESOLVED")) {
            incidents.remove(event.key());
        }
    }

    private void decision(Event event) {
        if (event.intent().equals("EVALUATED") || event.intent().equals("FAILED")) {
            String output = event.text("decisionOutput");
            decisions.add(new Verdict(
                    event.time(),
                    event.text("elementId"),
                    event.text("decisionId"),
                    event.text("decisionName"),
                    event.value().path("evaluatedDecisions"),
                    JSON.readTree(output.isEmpty() ? "null" : output),
                    event.text("evaluationFailureMessage")));
        }
    }

    private static void kept(Map<Long, Event> waiting, Event event) {
        switch (event.intent()) {
            case "CREATED" -> waiting.put(event.key(), event);
            case "COMPLETED", "CANCELED", "DELETED" -> waiting.remove(event.key());
            default -> {
                // on the way between two states
            }
        }
    }

    /** Who waits for a signal. */
    Collection<Event> signals() {
        return signals.values().stream()
                .filter(it -> it.text("bpmnProcessId").equals(processId))
                .toList();
    }

    /** The open task of a person at an element. */
    Optional<Event> task(String elementId) {
        return tasks.values().stream()
                .filter(it -> it.text("elementId").equals(elementId))
                .findFirst();
    }

    /** People's tasks of the engine's own, which no job stands for. */
    List<Event> ownTasks() {
        return tasks.values().stream()
                .filter(it -> it.valueType().equals("USER_TASK"))
                .toList();
    }

    /** What can be read at an element: the instance's data, and what the element has for itself. */
    ObjectNode dataAt(Event element) {
        ObjectNode data = JSON.createObjectNode();
        for (long scope : new long[] {element.number("processInstanceKey"), element.number("elementInstanceKey")}) {
            variables.getOrDefault(scope, Map.of()).forEach(data::set);
        }
        return data;
    }

    /** How many messages were heard so far. */
    int heard() {
        return heard;
    }

    boolean started() {
        return !roots.isEmpty();
    }

    boolean ended() {
        return started() && active.isEmpty();
    }

    /** Where tokens of the played process stand; one in a called process stands at the call. */
    List<String> at() {
        return active.values().stream()
                .filter(it -> it.processId().equals(processId) && it.isToken())
                .map(Place::elementId)
                .distinct()
                .toList();
    }

    /** Elements in the order in which they were reached, as scenarios count them. */
    List<String> path() {
        return List.copyOf(path);
    }

    Map<String, Integer> passed() {
        return new LinkedHashMap<>(passed);
    }

    List<String> cancelled() {
        return List.copyOf(cancelled);
    }

    List<String> flows() {
        return List.copyOf(flows);
    }

    Collection<Listening> listening() {
        return List.copyOf(listening.values());
    }

    Collection<Running> timers() {
        return List.copyOf(timers.values());
    }

    Collection<Event> incidents() {
        return List.copyOf(incidents.values());
    }

    List<Verdict> decisions() {
        return List.copyOf(decisions);
    }

    /** Variables of the instance as a whole. */
    Map<String, JsonNode> variables() {
        Map<String, JsonNode> all = new LinkedHashMap<>();
        roots.forEach(root -> all.putAll(variables.getOrDefault(root, Map.of())));
        return all;
    }
}
