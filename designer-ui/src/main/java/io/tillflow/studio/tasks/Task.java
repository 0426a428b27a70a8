package io.tillflow.studio.tasks;

import io.tillflow.engine.history.OpenTask;
import java.time.Instant;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** A task with its words, who has it, and how it is planned. */
public record Task(OpenTask open, String name, String process, Optional<String> claimedBy, Plan plan, JsonNode order) {

    public long key() {
        return open.key();
    }

    /** When it is to be done: as planned by people, else as the model says. */
    public Optional<Instant> due() {
        return plan.due().or(open::due);
    }

    boolean late(Instant now) {
        return due().filter(now::isAfter).isPresent();
    }

    /** Whether nobody needs to look at it yet. */
    boolean rests(Instant now) {
        return plan.followUp().filter(now::isBefore).isPresent();
    }
}
