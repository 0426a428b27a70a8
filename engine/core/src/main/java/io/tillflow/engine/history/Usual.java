package io.tillflow.engine.history;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** How long the steps of the processes usually take: the median of recently completed ones. */
public record Usual(Map<Step, Typical> steps) {

    public static final Usual UNKNOWN = new Usual(Map.of());

    /** A step of a process, whatever its version. */
    public record Step(String processId, String elementId) {}

    /** The median and the upper percentiles over a number of completed passages. */
    public record Typical(Duration median, Duration p95, Duration p99, long samples) {}

    public Usual {
        steps = Map.copyOf(steps);
    }

    public Optional<Typical> of(String processId, String elementId) {
        return Optional.ofNullable(steps.get(new Step(processId, elementId)));
    }
}
