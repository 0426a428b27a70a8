package io.tillflow.processes;

import io.tillflow.processes.Play.Happening;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What the engine's log says of one order. */
record Trace(List<Happening> log, String orderId) {
    /** Elements in the order in which they were reached. */
    List<String> path() {
        return of("PROCESS_INSTANCE")
                .filter(event -> event.intent().equals("ELEMENT_ACTIVATED"))
                .filter(event -> !event.text("bpmnElementType").equals("PROCESS"))
                .map(event -> event.text("elementId"))
                .toList();
    }

    /** Where tokens are. */
    List<String> active() {
        Map<Long, String> active = new LinkedHashMap<>();
        of("PROCESS_INSTANCE").forEach(event -> {
            switch (event.intent()) {
                case "ELEMENT_ACTIVATED" -> active.put(event.key(), event.text("elementId"));
                case "ELEMENT_COMPLETED", "ELEMENT_TERMINATED" -> active.remove(event.key());
                default -> {
                    // on the way between two states
                }
            }
        });
        return List.copyOf(active.values());
    }

    /** Incidents ever raised. */
    List<String> incidents() {
        return of("INCIDENT")
                .filter(event -> event.intent().equals("CREATED"))
                .map(event -> event.text("elementId") + ": " + event.text("errorMessage"))
                .toList();
    }

    Happening lastIncident() {
        return of("INCIDENT").reduce((first, last) -> last).orElseThrow();
    }

    /** The latest job of an element, as a user task's. */
    Happening job(String element) {
        return of("JOB")
                .filter(event -> event.intent().equals("CREATED"))
                .filter(event -> event.text("elementId").equals(element))
                .reduce((first, last) -> last)
                .orElseThrow(() -> new AssertionError(
                        "expected a task " + element + " of " + orderId + ", but it went " + path()));
    }

    private Stream<Happening> of(String valueType) {
        long instance = instanceKey();
        return log.stream()
                .filter(event -> event.valueType().equals(valueType))
                .filter(event -> event.number("processInstanceKey") == instance);
    }

    private long instanceKey() {
        return log.stream()
                .filter(event -> event.is("MESSAGE_START_EVENT_SUBSCRIPTION", "CORRELATED"))
                .filter(event -> event.text("correlationKey").equals(orderId))
                .findFirst()
                .orElseThrow(() -> new AssertionError("expected " + orderId + " to have started the process"))
                .number("processInstanceKey");
    }
}
