package io.tillflow.studio.repair;

import io.tillflow.engine.history.Definitions;
import io.tillflow.engine.history.Definitions.ProcessVersion;
import io.tillflow.engine.history.Facts.Everything;
import io.tillflow.engine.history.Instance;
import io.tillflow.engine.history.InstanceFacts;
import io.tillflow.engine.history.Instances;
import io.tillflow.engine.model.ProcessModel;
import io.tillflow.studio.instances.DeployedModels;
import io.tillflow.studio.repair.MigrationAdvice.Mapped;
import io.tillflow.studio.repair.Plan.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Works out what it would mean to end an instance and to begin another one in its place, and does nothing. */
@Service
public class RestartPlanner {

    private final Instances instances;
    private final InstanceFacts facts;
    private final Definitions definitions;
    private final DeployedModels models;

    RestartPlanner(Instances instances, InstanceFacts facts, Definitions definitions, DeployedModels models) {
        this.instances = instances;
        this.facts = facts;
        this.definitions = definitions;
        this.models = models;
    }

    /**
     * Empty when there is no such instance.
     *
     * @param target key of the version to begin in; the instance's own when absent
     * @param at before which elements; where the instance stands when empty
     */
    public Optional<RestartPlan> plan(long instanceKey, @Nullable Long target, List<String> at) {
        return instances.find(instanceKey).map(it -> plan(it, target, at));
    }

    /** Whether an instance of a version can begin before an element. */
    public boolean canBegin(long target, String processId, String elementId) {
        return TokenRules.refusal(models.process(target, processId), elementId).isEmpty();
    }

    RestartPlan plan(Instance instance, @Nullable Long wanted, List<String> chosen) {
        long target = wanted == null ? instance.definitionKey() : wanted;
        Everything now = facts.everything(instance.key()).orElseThrow();
        ProcessModel to = models.process(target, instance.processId());
        Optional<ProcessVersion> version = definitions.processes().stream()
                .filter(it -> it.key() == target && it.processId().equals(instance.processId()))
                .findFirst();
        Standing places = new Standing(now, models.process(instance.definitionKey(), instance.processId()), to);
        List<Mapped> standing = places.mapped();
        List<String> at = (chosen.isEmpty() ? standing.stream().map(Mapped::to) : chosen.stream())
                .filter(it -> !it.isEmpty())
                .distinct()
                .toList();
        List<Problem> problems = new ArrayList<>(never(instance, target, version.isPresent()));
        List<Problem> anew = new ArrayList<>(Remains.anew(now, places.from(), at));
        Set<String> around = Remains.around(to, at);
        if (version.isPresent()) {
            at.stream().flatMap(it -> TokenRules.refusal(to, it).stream()).forEach(problems::add);
        }
        (chosen.isEmpty() ? problems : anew).addAll(places.lost());
        (chosen.isEmpty() ? problems : anew).addAll(Remains.lost(now, places.from(), around));
        tooFewOrTooMuch(now, at, problems);
        return new RestartPlan(
                String.valueOf(target),
                version.map(ProcessVersion::version).orElse(0),
                standing,
                at,
                Remains.kept(now),
                Remains.left(now, places.from(), around),
                anew,
                problems);
    }

    private static List<Problem> never(Instance instance, long target, boolean known) {
        List<Problem> problems = new ArrayList<>();
        if (!instance.state().open()) {
            problems.add(Problem.of("", "nothing-to-end"));
        }
        if (instance.parentKey().isPresent()) {
            problems.add(Problem.of(
                    "", "caller-waits", String.valueOf(instance.parentKey().getAsLong())));
        }
        if (!known) {
            problems.add(Problem.of("", "no-version", instance.processId(), String.valueOf(target)));
        }
        return problems;
    }

    private static void tooFewOrTooMuch(Everything now, List<String> at, List<Problem> problems) {
        if (at.isEmpty() && problems.isEmpty()) {
            problems.add(Problem.of("", "stands-nowhere"));
        }
        if (now.variables().size() >= InstanceFacts.MOST) {
            problems.add(Problem.of("", "too-many-variables", InstanceFacts.MOST));
        }
    }
}
