package io.tillflow.processes;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillflow.processes.Play.Happening;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What of a model was never taken. */
record ModelCoverage(Set<String> missedElements, Set<String> missedFlows) {

    static ModelCoverage of(String modelName, List<Happening> log) {
        Model model = Model.read(modelName);
        Set<String> elements = new TreeSet<>(model.flowNodes());
        elements.removeAll(took(model, log, Set.of("ELEMENT_ACTIVATED")));
        Set<String> flows = new TreeSet<>(model.flows());
        flows.removeAll(took(model, log, Set.of("SEQUENCE_FLOW_TAKEN")));
        // the engine records no flow between an event-based gateway and its events: the event says it
        flows.removeIf(flow -> model.leavesEventBasedGateway(flow) && !elements.contains(model.target(flow)));
        return new ModelCoverage(elements, flows);
    }

    void assertComplete() {
        assertThat(missedElements).as("elements that no scenario reached").isEmpty();
        assertThat(missedFlows).as("flows that no scenario took").isEmpty();
    }

    private static Set<String> took(Model model, List<Happening> log, Set<String> intents) {
        return log.stream()
                .filter(event -> event.valueType().equals("PROCESS_INSTANCE"))
                .filter(event -> intents.contains(event.intent()))
                .filter(event -> event.text("bpmnProcessId").equals(model.processId()))
                .map(event -> event.text("elementId"))
                .collect(Collectors.toSet());
    }
}
