package io.tillflow.studio.tasks;

import io.tillflow.engine.history.OpenTask;
import io.tillflow.studio.audit.Audit;
import io.tillflow.studio.instances.LiveHistory;
import io.tillflow.studio.security.CurrentUser;
import io.tillflow.studio.security.Role;
import io.tillflow.studio.tasks.Comments.Comment;
import io.tillflow.studio.tasks.Drafts.Draft;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import org.springframework.stereotype.Service;

/** What people note down about tasks: priority and dates, drafts of forms, comments, and the groups they work for. */
@Service
class TaskNotes {

    private final TaskWork work;
    private final Plans plans;
    private final Drafts drafts;
    private final Comments comments;
    private final TaskGroups groups;
    private final CurrentUser user;
    private final Audit audit;
    private final LiveHistory live;

    TaskNotes(
            TaskWork work,
            Plans plans,
            Drafts drafts,
            Comments comments,
            TaskGroups groups,
            CurrentUser user,
            Audit audit,
            LiveHistory live) {
        this.work = work;
        this.plans = plans;
        this.drafts = drafts;
        this.comments = comments;
        this.groups = groups;
        this.user = user;
        this.audit = audit;
        this.live = live;
    }

    @RolesAllowed({Role.Is.OPERATOR, Role.Is.MERCHANT})
    public void plan(long key, Plan plan) {
        OpenTask task = work.require(key);
        Plan before = Objects.requireNonNullElse(plans.of(List.of(key)).get(key), Plan.NONE);
        if (!before.equals(plan)) {
            plans.save(key, plan);
            audit.record("task.planned", "task/" + key, told(before), told(plan));
            live.nudge(task.instanceKey());
        }
    }

    private static Map<String, String> told(Plan plan) {
        return Map.of(
                "priority", plan.priority().name(),
                "due", plan.due().map(Object::toString).orElse(""),
                "followUp", plan.followUp().map(Object::toString).orElse(""));
    }

    /** Saves a half filled form; whoever begins to fill in a free task has it. */
    @RolesAllowed({Role.Is.OPERATOR, Role.Is.MERCHANT})
    public Draft draft(long key, String data, OptionalLong expected) {
        OpenTask task = work.require(key);
        if (work.hold(task)) {
            audit.record("task.claimed", "task/" + key, null, Map.of("element", task.elementId()));
        }
        Draft saved = drafts.save(key, user.name(), data, expected);
        live.nudge(task.instanceKey());
        return saved;
    }

    @RolesAllowed({Role.Is.OPERATOR, Role.Is.MERCHANT})
    public void dropDraft(long key) {
        OpenTask task = work.require(key);
        work.hold(task);
        drafts.forget(key);
        live.nudge(task.instanceKey());
    }

    @RolesAllowed({Role.Is.OPERATOR, Role.Is.MERCHANT})
    public void comment(long key, String text) {
        OpenTask task = work.require(key);
        comments.add(task, user.name(), text);
        live.nudge(task.instanceKey());
    }

    List<Comment> comments(long instanceKey) {
        return comments.of(instanceKey);
    }

    Set<String> groups() {
        return groups.of(user.name());
    }

    void groups(Set<String> mine) {
        groups.set(user.name(), mine);
    }
}
