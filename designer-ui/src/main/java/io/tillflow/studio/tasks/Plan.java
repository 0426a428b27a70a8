package io.tillflow.studio.tasks;

import java.time.Instant;
import java.util.Optional;

/**
 * When a task is to be done, and how much it matters.
 *
 * @param due in place of the model's own date
 * @param followUp nobody needs to look at the task before
 */
public record Plan(Priority priority, Optional<Instant> due, Optional<Instant> followUp) {

    static final Plan NONE = new Plan(Priority.NORMAL, Optional.empty(), Optional.empty());

    public Plan {
        if (due.isPresent() && followUp.isPresent() && followUp.get().isAfter(due.get())) {
            throw new IllegalArgumentException("expected the follow-up to be before the task is due, but it is "
                    + followUp.get() + " and due is " + due.get());
        }
    }
}
