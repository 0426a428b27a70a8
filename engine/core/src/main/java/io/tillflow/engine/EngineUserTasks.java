package io.tillflow.engine;

import io.tillflow.engine.history.OpenTask;
import io.tillflow.engine.history.OpenTasks;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * User tasks of both kinds, found in history. A job is completed over gRPC by its key without activating it first, a user task of
 * Zeebe's own over REST.
 */
public final class EngineUserTasks implements UserTasks {

    private final OpenTasks open;
    private final Broker broker;
    private final UserTaskGateway gateway;

    public EngineUserTasks(OpenTasks open, Broker broker, UserTaskGateway gateway) {
        this.open = open;
        this.broker = broker;
        this.gateway = gateway;
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
    public void complete(OpenTask task, String variables) {
        switch (task.kind()) {
            case JOB -> broker.complete(task.key(), variables);
            case USER_TASK -> gateway.complete(task.key(), variables);
        }
    }
}
