package io.tillflow.studio.repair;

import io.tillflow.engine.Modification;
import io.tillflow.engine.Rejected;
import io.tillflow.engine.history.Definitions;
import io.tillflow.engine.history.Definitions.ProcessVersion;
import io.tillflow.engine.history.Instance;
import io.tillflow.engine.history.Instances;
import io.tillflow.studio.repair.BatchStore.Work;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One instance's share of a batch. */
@Component
class BatchSteps {

    private final Acts acts;
    private final Planner planner;
    private final MigrationAdviser adviser;
    private final Definitions definitions;
    private final Instances instances;
    private final JsonMapper json;

    BatchSteps(
            Acts acts,
            Planner planner,
            MigrationAdviser adviser,
            Definitions definitions,
            Instances instances,
            JsonMapper json) {
        this.acts = acts;
        this.planner = planner;
        this.adviser = adviser;
        this.definitions = definitions;
        this.instances = instances;
        this.json = json;
    }

    /** Empty when there is nothing to do: also when it was done before an interruption, and the instance has ended by it. */
    Optional<String> perform(Work batch, long instanceKey) {
        Optional<Instance> instance = instances.find(instanceKey);
        if (batch.kind() == Batch.Kind.DELETE) {
            return instance.flatMap(it -> acts.perform(new Repair.Delete(instanceKey), batch.actor()));
        }
        if (instance.filter(it -> !it.state().open()).isPresent()) {
            return Optional.empty();
        }
        JsonNode asked = json.readTree(batch.asked());
        return switch (batch.kind()) {
            case RETRY -> acts.perform(new Repair.Retry(instanceKey), batch.actor());
            case CANCEL -> acts.perform(new Repair.Cancel(instanceKey), batch.actor());
            case SET_VARIABLES ->
                acts.perform(
                        new Repair.SetVariables(
                                instanceKey,
                                instanceKey,
                                asked.path("variables").toString(),
                                true),
                        batch.actor());
            case DELETE -> throw new IllegalStateException("deleted above");
            case MOVE -> move(instanceKey, asked, batch.actor());
            case MIGRATE ->
                migrate(
                        instance.orElseThrow(() -> unknown(instanceKey)),
                        asked.path("to").asString(""),
                        batch.actor());
        };
    }

    private static Rejected unknown(long instanceKey) {
        return new Rejected(Rejected.Why.NOT_FOUND, "There is no instance with key " + instanceKey + ".", null);
    }

    /** One that is there already, or in a version after it, is left alone; one that cannot go on there stays as it is. */
    private Optional<String> migrate(Instance instance, String to, String actor) {
        ProcessVersion target = definitions.processes().stream()
                .filter(it ->
                        to.isEmpty() ? it.processId().equals(instance.processId()) : it.key() == Long.parseLong(to))
                .findFirst()
                .orElseThrow(() -> new Rejected(
                        Rejected.Why.NOT_FOUND,
                        "There is no version to go on in of " + instance.processId() + ".",
                        null));
        if (!target.processId().equals(instance.processId())) {
            throw new Rejected(
                    Rejected.Why.INVALID,
                    "Expected a version of " + instance.processId() + ", but " + to + " is one of " + target.processId()
                            + ".",
                    null);
        }
        if (instance.version() >= target.version()) {
            return Optional.empty();
        }
        MigrationAdvice advice =
                adviser.advise(instance.key(), target.key()).orElseThrow(() -> unknown(instance.key()));
        if (!advice.possible()) {
            throw new Rejected(Rejected.Why.INVALID, said(advice.problems()), null);
        }
        return acts.perform(new Repair.Migrate(instance.key(), target.key(), advice.places()), actor);
    }

    private static String said(List<Plan.Problem> problems) {
        return problems.stream().map(Plan.Problem::message).collect(Collectors.joining(" "));
    }

    /** A token that has gone on meanwhile is left alone, and one that was moved already is not moved again. */
    private Optional<String> move(long instanceKey, JsonNode asked, String actor) {
        String from = asked.path("from").asString("");
        Changes.Move move = new Changes.Move(from, asked.path("to").asString(""));
        Plan plan = planner.plan(instanceKey, new Changes(List.of(move), List.of(), List.of(), null))
                .orElseThrow(() -> unknown(instanceKey));
        boolean gone = plan.places().stream().noneMatch(it -> it.elementId().equals(from) && it.before() > 0);
        if (gone) {
            return Optional.empty();
        }
        Modification modification = plan.modification();
        if (modification == null) {
            throw new Rejected(Rejected.Why.INVALID, said(plan.problems()), null);
        }
        return acts.perform(new Repair.Modify(instanceKey, modification), actor);
    }
}
