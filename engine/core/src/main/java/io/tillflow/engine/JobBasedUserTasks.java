package io.tillflow.engine;

import io.tillflow.engine.history.OpenTask;
import io.tillflow.engine.history.OpenTasks;
import io.tillflow.engine.history.Page;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** User tasks as jobs: found in history, completed over gRPC by the job's key without activating it first. */
public final class JobBasedUserTasks implements UserTasks {

    private final OpenTasks open;
    private final Broker broker;

    public JobBasedUserTasks(OpenTasks open, Broker broker) {
        this.open = open;
        this.broker = broker;
    }

    @Override
    public Page<OpenTask> page(Optional<String> cursor, int limit) {
        return open.page(cursor, limit);
    }

    @Override
    public Optional<OpenTask> find(long key) {
        return open.find(key);
    }

    @Override
    public Map<String, JsonNode> variables(OpenTask task) {
        return open.variables(task);
    }

    @Override
    public Map<Long, JsonNode> orders(List<OpenTask> tasks) {
        return open.orders(tasks);
    }

    @Override
    public void complete(long key, String variables) {
        broker.complete(key, variables);
    }
}
