package io.tillflow.launcher.demo.proof;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A process instance as history has it. */
public record InstanceFact(
        long key,
        String order,
        int version,
        String state,
        int openIncidents,
        Instant startedAt,
        @Nullable Instant endedAt,
        List<StepFact> steps) {
    public InstanceFact {
        steps = List.copyOf(steps);
    }

    public boolean active() {
        return "ACTIVE".equals(state);
    }

    /** Whether the element was left in the ordinary way, at least once. */
    public boolean passed(String element) {
        return completed(element).isPresent();
    }

    public Optional<StepFact> completed(String element) {
        return steps.stream()
                .filter(step -> step.element().equals(element) && step.completed())
                .findFirst();
    }
}
