package io.tillflow.studio.tasks;

import io.tillflow.engine.Rejected;
import io.tillflow.engine.UserTasks;
import io.tillflow.engine.history.Definitions;
import io.tillflow.engine.history.OpenTask;
import io.tillflow.engine.model.ProcessModel;
import io.tillflow.studio.audit.Audit;
import io.tillflow.studio.instances.DeployedModels;
import io.tillflow.studio.security.CurrentUser;
import io.tillflow.studio.security.Role;
import io.tillflow.studio.tasks.Claims.Claim;
import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Finds, claims and completes tasks. */
@Service
public class TaskWork {

    /** More open tasks than this are not listed at once; the oldest are. */
    static final int MOST = 500;

    private final UserTasks tasks;
    private final Claims claims;
    private final Definitions definitions;
    private final DeployedModels models;
    private final CurrentUser user;
    private final Audit audit;
    private final JsonMapper json;

    TaskWork(
            UserTasks tasks,
            Claims claims,
            Definitions definitions,
            DeployedModels models,
            CurrentUser user,
            Audit audit,
            JsonMapper json) {
        this.tasks = tasks;
        this.claims = claims;
        this.definitions = definitions;
        this.models = models;
        this.user = user;
        this.audit = audit;
        this.json = json;
    }

    /** A task with its words and with who has it. */
    public record Task(OpenTask open, String name, String process, Optional<String> claimedBy, JsonNode order) {

        public long key() {
            return open.key();
        }
    }

    /** What a task is done with: the form's schema and the data that fills it. */
    public record Sheet(String schema, String data, boolean found) {}

    /** Somebody else has the task. */
    public static final class Taken extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final String person;

        Taken(String person) {
            super("the task is taken by " + person);
            this.person = person;
        }

        public String person() {
            return person;
        }
    }

    /** All open tasks, the most pressing first: by due time, those without one last, then by age. */
    public List<Task> open() {
        List<OpenTask> found =
                new ArrayList<>(tasks.page(Optional.empty(), MOST).rows());
        found.sort(Comparator.comparing((OpenTask it) -> it.due().isEmpty())
                .thenComparing(it -> it.due().orElse(it.createdAt()))
                .thenComparingLong(OpenTask::key));
        Map<Long, Claim> taken = claims.of(found.stream().map(OpenTask::key).toList());
        Map<Long, JsonNode> orders = tasks.orders(found);
        return found.stream()
                .map(it -> task(it, Optional.ofNullable(taken.get(it.key())), orders))
                .toList();
    }

    public Optional<Task> find(long key) {
        return tasks.find(key).map(it -> task(it, claims.find(key), tasks.orders(List.of(it))));
    }

    /** The task's form; not found when the model names none or history does not have it. */
    public Sheet sheet(OpenTask task) {
        ObjectNode data = json.createObjectNode();
        tasks.variables(task).forEach(data::set);
        Optional<String> schema = task.form().isPresent()
                ? definitions.form(task.form().getAsLong()).map(Definitions.Form::schema)
                : Optional.empty();
        return new Sheet(schema.orElse(""), data.toString(), schema.isPresent());
    }

    @RolesAllowed({Role.Is.OPERATOR, Role.Is.MERCHANT})
    public void claim(long key) {
        OpenTask task = tasks.find(key).orElseThrow(() -> gone(key));
        String me = user.name();
        Claim claim = claims.take(key, me);
        if (!claim.person().equals(me)) {
            throw new Taken(claim.person());
        }
        audit.record("task.claimed", "task/" + key, null, Map.of("element", task.elementId()));
    }

    @RolesAllowed({Role.Is.OPERATOR, Role.Is.MERCHANT})
    public void giveBack(long key) {
        if (claims.giveBack(key, user.name())) {
            audit.record("task.given-back", "task/" + key, null, null);
        }
    }

    /**
     * Completes a task for the current user, who claims it by doing so.
     *
     * @param variables a JSON object of what the form asked for
     */
    @RolesAllowed({Role.Is.OPERATOR, Role.Is.MERCHANT})
    public void complete(long key, String variables) {
        OpenTask task = tasks.find(key).orElseThrow(() -> gone(key));
        Claim claim = claims.take(key, user.name());
        if (!claim.person().equals(user.name())) {
            throw new Taken(claim.person());
        }
        tasks.complete(key, variables);
        audit.record(
                "task.completed",
                "task/" + key,
                null,
                Map.of("element", task.elementId(), "instance", task.instanceKey(), "names", names(variables)));
        claims.forget(key);
    }

    private List<String> names(String variables) {
        return List.copyOf(json.readTree(variables).propertyNames());
    }

    private Task task(OpenTask open, Optional<Claim> claim, Map<Long, JsonNode> orders) {
        ProcessModel model = models.process(open.definitionKey(), open.processId());
        String assignee = open.assignee();
        Optional<String> has =
                claim.map(Claim::person).or(() -> Optional.of(assignee).filter(it -> !it.isEmpty()));
        return new Task(
                open,
                model.label(open.elementId()),
                model.title(),
                has,
                orders.getOrDefault(open.instanceKey(), json.createObjectNode()));
    }

    private static Rejected gone(long key) {
        return new Rejected(
                Rejected.Why.NOT_FOUND,
                "Expected an open task with key " + key + ", but there is none any more.",
                null);
    }
}
