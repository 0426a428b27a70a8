package io.tillflow.launcher.demo;

import io.tillflow.launcher.demo.proof.InstanceFact;
import io.tillflow.launcher.demo.proof.StepFact;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What history says an order waits for, in the model's words. */
final class WaitingReason {
    /** No instance, or none of its steps is one that may take long. */
    static final String NONE = "no reason";

    private static final Set<String> PATIENT =
            Set.of("USER_TASK", "RECEIVE_TASK", "INTERMEDIATE_CATCH_EVENT", "EVENT_BASED_GATEWAY");

    private WaitingReason() {}

    static String of(List<InstanceFact> instances) {
        if (instances.stream().anyMatch(instance -> instance.openIncidents() > 0)) {
            return "incident";
        }
        String names = instances.stream()
                .filter(InstanceFact::active)
                .flatMap(instance -> instance.steps().stream())
                .filter(step -> step.active() && PATIENT.contains(step.type()))
                .map(StepFact::name)
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? NONE : names;
    }
}
