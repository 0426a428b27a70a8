package io.tillflow.studio.repair;

import io.tillflow.engine.Broker;
import io.tillflow.engine.Rejected;
import io.tillflow.engine.history.Facts.Variable;
import io.tillflow.engine.history.Instance;
import io.tillflow.engine.history.InstanceFacts;
import io.tillflow.engine.history.Instances;
import io.tillflow.studio.audit.Audit;
import io.tillflow.studio.repair.MigrationAdvice.Mapped;
import io.tillflow.studio.repair.Plan.Problem;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Ends an instance and begins another one in its place: where the engine cannot migrate, or what it did is to be done again. */
@Component
class Restarts {

    private final Broker broker;
    private final Instances instances;
    private final InstanceFacts facts;
    private final RestartPlanner planner;
    private final CommandLog log;
    private final EarlierTries earlier;
    private final HistoryMark mark;
    private final Audit audit;
    private final JsonMapper json;

    Restarts(
            Broker broker,
            Instances instances,
            InstanceFacts facts,
            RestartPlanner planner,
            CommandLog log,
            EarlierTries earlier,
            HistoryMark mark,
            Audit audit,
            JsonMapper json) {
        this.broker = broker;
        this.instances = instances;
        this.facts = facts;
        this.planner = planner;
        this.log = log;
        this.earlier = earlier;
        this.mark = mark;
        this.audit = audit;
        this.json = json;
    }

    /** Does it, and returns the key of the new instance. */
    long perform(Repair.Restart wanted, String actor, long commandId) {
        Instance old = running(wanted.instanceKey());
        OptionalLong begunBefore = earlier.begun(wanted, commandId);
        begunBefore.ifPresent(it -> log.succeeded(commandId, it));
        RestartPlan plan = begunBefore.isPresent() ? planned(wanted) : plannedNow(wanted);
        ObjectNode variables = variables(old.key(), wanted.json());
        long target = Long.parseLong(plan.targetDefinitionKey());
        long next = new HandOver(new HandOver.Engine() {
                    @Override
                    public long begin() {
                        long begun = broker.startBefore(target, plan.at(), variables.toString());
                        log.succeeded(commandId, begun);
                        return begun;
                    }

                    @Override
                    public void end(long instanceKey) {
                        broker.cancel(instanceKey);
                    }
                })
                .instead(old.key(), begunBefore);
        audit.recordAs(
                actor,
                "instance.restarted",
                Acts.subject(old.key()),
                Map.of("definition", old.definitionKey(), "version", old.version(), "tokens", standing(plan)),
                begunBefore.isPresent()
                        ? Map.of("instance", next, "begun", "at an earlier try")
                        : Map.of(
                                "instance", next,
                                "definition", target,
                                "version", plan.targetVersion(),
                                "at", plan.at(),
                                "variables", plan.kept()));
        return next;
    }

    /** The engine checks nothing here: it gets the place and the variables of now, not of when history was last written. */
    private RestartPlan plannedNow(Repair.Restart wanted) {
        planned(wanted);
        mark.await();
        return planned(wanted);
    }

    private RestartPlan planned(Repair.Restart wanted) {
        RestartPlan plan = planner.plan(running(wanted.instanceKey()), wanted.targetDefinitionKey(), wanted.at());
        refuse(wanted, plan, standing(plan));
        return plan;
    }

    private static List<String> standing(RestartPlan plan) {
        return plan.standing().stream().map(Mapped::from).distinct().toList();
    }

    private Instance running(long instanceKey) {
        Instance found = instances
                .find(instanceKey)
                .orElseThrow(() -> new Rejected(
                        Rejected.Why.NOT_FOUND, "There is no instance with key " + instanceKey + ".", null));
        if (!found.state().open()) {
            throw new Rejected(Rejected.Why.WRONG_STATE, Acts.ended(found), null);
        }
        return found;
    }

    private static void refuse(Repair.Restart wanted, RestartPlan plan, List<String> standing) {
        if (!wanted.standing().isEmpty() && !new TreeSet<>(wanted.standing()).equals(new TreeSet<>(standing))) {
            throw new Rejected(
                    Rejected.Why.WRONG_STATE,
                    "Expected instance " + wanted.instanceKey() + " to stand at " + wanted.standing()
                            + ", but it went on to " + standing + " meanwhile: look again before it is ended.",
                    null);
        }
        if (!plan.possible()) {
            String why = plan.problems().stream().map(Problem::message).collect(Collectors.joining(" "));
            throw new Rejected(Rejected.Why.INVALID, why, null);
        }
    }

    private ObjectNode variables(long instanceKey, String more) {
        ObjectNode all = json.createObjectNode();
        for (Variable it : facts.variables(instanceKey)) {
            if (it.scopeKey() == instanceKey) {
                all.set(it.name(), it.value());
            }
        }
        json.readTree(more).properties().forEach(it -> all.set(it.getKey(), it.getValue()));
        return all.put(RestartPlan.MARK, String.valueOf(instanceKey));
    }
}
