package io.tillflow.engine.history;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Work that waits for a person.
 *
 * @param key of the job or user task that completes it
 * @param kind how the engine keeps it
 * @param assignee as the model or the engine names one, or empty
 * @param form the form it is done with, as the broker bound it when the task came up
 * @param due when the model wants it done
 */
public record OpenTask(
        long key,
        Kind kind,
        long elementInstanceKey,
        long instanceKey,
        long definitionKey,
        String processId,
        int version,
        String businessKey,
        String elementId,
        String assignee,
        List<String> candidateGroups,
        OptionalLong form,
        Optional<Instant> due,
        Instant createdAt) {

    /** The two ways the engine keeps work of people. */
    public enum Kind {
        /** A job that no worker takes. */
        JOB,
        /** A user task of its own, which the model asks for by {@code zeebe:userTask}. */
        USER_TASK
    }
}
