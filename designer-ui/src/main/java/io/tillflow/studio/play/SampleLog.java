package io.tillflow.studio.play;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads out of the engine's log which variables each element of a process could see. */
final class SampleLog {
    private static final JsonMapper JSON = new JsonMapper();

    private final String processId;
    private final Map<Long, Long> scopes = new HashMap<>();
    private final Map<Long, Map<String, JsonNode>> variables = new HashMap<>();
    private final Map<Long, Map<String, JsonNode>> around = new HashMap<>();
    private final Map<String, Sample> samples = new LinkedHashMap<>();

    private SampleLog(String processId) {
        this.processId = processId;
    }

    static Map<String, Sample> of(List<Event> events, String processId) {
        SampleLog log = new SampleLog(processId);
        events.forEach(log::take);
        return log.samples;
    }

    private void take(Event event) {
        switch (event.valueType()) {
            case "VARIABLE" ->
                variables
                        .computeIfAbsent(event.number("scopeKey"), key -> new LinkedHashMap<>())
                        .put(event.text("name"), JSON.readTree(event.text("value")));
            case "PROCESS_INSTANCE" -> element(event);
            default -> {
                // says nothing about data
            }
        }
    }

    private void element(Event event) {
        String id = event.text("elementId");
        long scope = event.number("flowScopeKey");
        switch (event.intent()) {
            case "ELEMENT_ACTIVATING" -> {
                scopes.put(event.key(), scope);
                keep(event, new Sample(visible(scope), visible(scope), visible(scope)));
            }
            case "ELEMENT_ACTIVATED" ->
                keep(event, new Sample(known(id).before(), visible(event.key()), visible(event.key())));
            // output mappings write into the scope around: what it held before counts
            case "ELEMENT_COMPLETING" -> around.put(event.key(), visible(scope));
            case "ELEMENT_COMPLETED" -> {
                Map<String, JsonNode> after = new LinkedHashMap<>(around.getOrDefault(event.key(), Map.of()));
                after.putAll(variables.getOrDefault(event.key(), Map.of()));
                keep(event, new Sample(known(id).before(), known(id).within(), after));
            }
            default -> {
                // on the way between two states
            }
        }
    }

    private void keep(Event event, Sample sample) {
        if (event.text("bpmnProcessId").equals(processId)) {
            samples.put(event.text("elementId"), sample);
        }
    }

    private Sample known(String elementId) {
        return samples.getOrDefault(elementId, new Sample(Map.of(), Map.of(), Map.of()));
    }

    /** What is visible in a scope: its own variables over those around it. */
    private Map<String, JsonNode> visible(long scope) {
        Map<String, JsonNode> visible =
                scopes.containsKey(scope) ? visible(scopes.getOrDefault(scope, 0L)) : new LinkedHashMap<>();
        visible.putAll(variables.getOrDefault(scope, Map.of()));
        return visible;
    }
}
