package io.tillflow.engine;

import io.tillflow.engine.history.OpenTask;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Work that waits for people, whichever way the engine keeps it. */
public interface UserTasks {

    /** An open task; empty when there is none by that key, or none any more. */
    Optional<OpenTask> find(long key);

    /** What the task may read. */
    Map<String, JsonNode> variables(OpenTask task);

    /** The variable {@code order} of the tasks' instances, by instance key. */
    Map<Long, JsonNode> orders(List<OpenTask> tasks);

    /**
     * Completes a task, and the process goes on.
     *
     * @param variables a JSON object of what the person decided
     * @throws Rejected with {@link Rejected.Why#NOT_FOUND} when somebody else was faster
     */
    void complete(OpenTask task, String variables);
}
