package io.tillflow.studio.repair;

import io.tillflow.engine.Broker;
import io.tillflow.engine.Rejected;
import io.tillflow.engine.history.Facts.Variable;
import io.tillflow.engine.history.Instance;
import io.tillflow.engine.history.InstanceFacts;
import io.tillflow.engine.history.Instances;
import io.tillflow.studio.audit.Audit;
import io.tillflow.studio.repair.CommandLog.Known;
import io.tillflow.studio.repair.MigrationAdvice.Mapped;
import io.tillflow.studio.repair.Plan.Problem;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Ends an instance and begins another one in its place: where the engine cannot migrate, or what it did is to be done again. */
@Component
class Restarts {

    /** A variable of the new instance: the key of the one whose place it took. By it a try is found that nobody answered. */
    static final String MARK = "restartOf";

    private static final Duration UNTIL_HISTORY_KNOWS = Duration.ofMinutes(1);

    private final Broker broker;
    private final Instances instances;
    private final InstanceFacts facts;
    private final RestartPlanner planner;
    private final CommandLog log;
    private final Sightings sightings;
    private final Audit audit;
    private final JsonMapper json;
    private final Clock clock;

    Restarts(
            Broker broker,
            Instances instances,
            InstanceFacts facts,
            RestartPlanner planner,
            CommandLog log,
            Sightings sightings,
            Audit audit,
            JsonMapper json,
            Clock clock) {
        this.broker = broker;
        this.instances = instances;
        this.facts = facts;
        this.planner = planner;
        this.log = log;
        this.sightings = sightings;
        this.audit = audit;
        this.json = json;
        this.clock = clock;
    }

    /** Does it, and returns the key of the new instance. */
    long perform(Repair.Restart wanted, String actor, long commandId) {
        Instance old = running(wanted.instanceKey());
        OptionalLong begunBefore = begunBefore(old.key(), commandId);
        RestartPlan plan = planner.plan(old, wanted.targetDefinitionKey(), wanted.at());
        List<String> standing =
                plan.standing().stream().map(Mapped::from).distinct().toList();
        refuse(wanted, plan, standing);
        ObjectNode variables = variables(old.key(), wanted.json());
        long target = Long.parseLong(plan.targetDefinitionKey());
        long next = new HandOver(new HandOver.Engine() {
                    @Override
                    public long begin() {
                        return broker.startBefore(target, plan.at(), variables.toString());
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
                Map.of("definition", old.definitionKey(), "version", old.version(), "tokens", standing),
                Map.of(
                        "instance", next,
                        "definition", target,
                        "version", plan.targetVersion(),
                        "at", plan.at(),
                        "variables", plan.kept()));
        return next;
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

    /** What an earlier try may have begun; while history cannot say so yet, nothing is tried again. */
    private OptionalLong begunBefore(long instanceKey, long commandId) {
        Optional<Known> earlier = log.openRestart(instanceKey, commandId);
        if (earlier.isEmpty()) {
            return OptionalLong.empty();
        }
        Known open = earlier.get();
        if (open.receipt().askedAt().plus(UNTIL_HISTORY_KNOWS).isAfter(clock.instant())) {
            throw new Rejected(
                    Rejected.Why.WRONG_STATE,
                    "A restart of this instance by " + open.receipt().actor()
                            + " is under way or was not answered. Look in a minute what became of it, and ask again then.",
                    null);
        }
        return sightings.successor(open).map(OptionalLong::of).orElse(OptionalLong.empty());
    }

    private ObjectNode variables(long instanceKey, String more) {
        ObjectNode all = json.createObjectNode();
        for (Variable it : facts.variables(instanceKey)) {
            if (it.scopeKey() == instanceKey) {
                all.set(it.name(), it.value());
            }
        }
        json.readTree(more).properties().forEach(it -> all.set(it.getKey(), it.getValue()));
        return all.put(MARK, String.valueOf(instanceKey));
    }
}
