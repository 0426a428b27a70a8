package io.tillflow.launcher.demo.proof;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An element that an instance entered, and left if it has an end. */
public record StepFact(
        String element,
        String name,
        String type,
        String state,
        Instant startedAt,
        @Nullable Instant endedAt) {
    public boolean completed() {
        return "COMPLETED".equals(state);
    }

    public boolean active() {
        return "ACTIVE".equals(state);
    }
}
