package io.tillflow.studio.tasks;

import io.tillflow.engine.UserTasks;
import io.tillflow.engine.history.OpenTask;
import io.tillflow.engine.model.ProcessModel;
import io.tillflow.studio.audit.Audit;
import io.tillflow.studio.instances.DeployedModels;
import io.tillflow.studio.instances.LiveHistory;
import io.tillflow.studio.security.CurrentUser;
import io.tillflow.studio.security.Role;
import io.tillflow.studio.tasks.Claims.Claim;
import io.tillflow.studio.tasks.Refusals.DoesNotFit;
import io.tillflow.studio.tasks.Refusals.NoColleague;
import io.tillflow.studio.tasks.Refusals.Taken;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Claims, hands over and completes tasks. */
@Service
public class TaskWork {

    private final UserTasks tasks;
    private final Claims claims;
    private final Plans plans;
    private final Drafts drafts;
    private final Sheets sheets;
    private final Colleagues colleagues;
    private final DeployedModels models;
    private final CurrentUser user;
    private final Audit audit;
    private final LiveHistory live;
    private final JsonMapper json;

    TaskWork(
            UserTasks tasks,
            Claims claims,
            Plans plans,
            Drafts drafts,
            Sheets sheets,
            Colleagues colleagues,
            DeployedModels models,
            CurrentUser user,
            Audit audit,
            LiveHistory live,
            JsonMapper json) {
        this.tasks = tasks;
        this.claims = claims;
        this.plans = plans;
        this.drafts = drafts;
        this.sheets = sheets;
        this.colleagues = colleagues;
        this.models = models;
        this.user = user;
        this.audit = audit;
        this.live = live;
        this.json = json;
    }

    public Optional<Task> find(long key) {
        Optional<Claim> claim = claims.find(key);
        return tasks.find(key)
                .filter(it -> !finished(claim.orElse(null)))
                .map(it -> task(it, claim, plans.of(List.of(key)), tasks.orders(List.of(it))));
    }

    /** The task; refused with the reason when it is not open. */
    OpenTask require(long key) {
        Optional<Claim> claim = claims.find(key);
        return tasks.find(key).filter(it -> !finished(claim.orElse(null))).orElseThrow(() -> Refusals.gone(key, claim));
    }

    @RolesAllowed({Role.Is.OPERATOR, Role.Is.MERCHANT})
    public void claim(long key) {
        OpenTask task = require(key);
        if (hold(task)) {
            audit.record("task.claimed", "task/" + key, null, Map.of("element", task.elementId()));
        }
        live.nudge(task.instanceKey());
    }

    @RolesAllowed({Role.Is.OPERATOR, Role.Is.MERCHANT})
    public void giveBack(long key) {
        OpenTask task = require(key);
        if (claims.giveBack(key, user.name())) {
            audit.record("task.given-back", "task/" + key, null, null);
            live.nudge(task.instanceKey());
        }
    }

    /**
     * Hands a task to a colleague.
     *
     * @param from who has it as far as the caller knows, empty for nobody; refused when that is no longer so
     */
    @RolesAllowed({Role.Is.OPERATOR, Role.Is.MERCHANT})
    public void assign(long key, String from, String to) {
        OpenTask task = require(key);
        if (!colleagues.names().contains(to)) {
            throw new NoColleague(to);
        }
        String holder = holder(task);
        if (!holder.equals(from) || !claims.handOver(key, from, to)) {
            throw new Taken(holder(task));
        }
        audit.record("task.assigned", "task/" + key, Map.of("person", from), Map.of("person", to));
        live.nudge(task.instanceKey());
    }

    /**
     * Completes a task for the current user, who claims it by doing so.
     *
     * @param variables a JSON object of what the form asked for
     */
    @RolesAllowed({Role.Is.OPERATOR, Role.Is.MERCHANT})
    public void complete(long key, String variables) {
        OpenTask task = require(key);
        boolean free = hold(task);
        try {
            refuseWhatDoesNotFit(task, variables);
            tasks.complete(task, variables);
        } catch (RuntimeException failure) {
            if (free) {
                claims.giveBack(key, user.name());
            }
            throw failure;
        }
        claims.finish(key);
        drafts.forget(key);
        audit.record(
                "task.completed",
                "task/" + key,
                null,
                Map.of("element", task.elementId(), "instance", task.instanceKey(), "names", names(variables)));
        live.nudge(task.instanceKey());
    }

    /** Takes a task for the current user; whether it was free before. */
    boolean hold(OpenTask task) {
        String me = user.name();
        String holder = holder(task);
        if (holder.isEmpty() && claims.take(task.key(), me)) {
            return true;
        }
        Optional<Claim> claim = claims.find(task.key());
        if (claim.flatMap(Claim::finishedAt).isPresent()) {
            throw Refusals.gone(task.key(), claim);
        }
        String now = claim.map(Claim::person).orElse(holder);
        if (!now.equals(me)) {
            throw new Taken(now);
        }
        return false;
    }

    private String holder(OpenTask task) {
        return claims.find(task.key()).map(Claim::person).orElse(task.assignee());
    }

    private void refuseWhatDoesNotFit(OpenTask task, String variables) {
        ObjectNode answers = (ObjectNode) json.readTree(variables);
        List<FormCheck.Trouble> troubles =
                sheets.schema(task).map(it -> FormCheck.of(it, answers)).orElse(List.of());
        if (!troubles.isEmpty()) {
            throw new DoesNotFit(troubles);
        }
    }

    private List<String> names(String variables) {
        return List.copyOf(json.readTree(variables).propertyNames());
    }

    private static boolean finished(@Nullable Claim claim) {
        return claim != null && claim.finishedAt().isPresent();
    }

    private Task task(OpenTask open, Optional<Claim> claim, Map<Long, Plan> planned, Map<Long, JsonNode> orders) {
        ProcessModel model = models.process(open.definitionKey(), open.processId());
        Optional<String> has =
                claim.map(Claim::person).or(() -> Optional.of(open.assignee()).filter(it -> !it.isEmpty()));
        return new Task(
                open,
                model.label(open.elementId()),
                model.title(),
                has,
                Objects.requireNonNullElse(planned.get(open.key()), Plan.NONE),
                orders.getOrDefault(open.instanceKey(), json.createObjectNode()));
    }
}
