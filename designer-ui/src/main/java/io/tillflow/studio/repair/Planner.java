package io.tillflow.studio.repair;

import io.tillflow.engine.Modification;
import io.tillflow.engine.Modification.Activation;
import io.tillflow.engine.Modification.Variables;
import io.tillflow.engine.history.Facts.Element;
import io.tillflow.engine.history.Facts.ElementState;
import io.tillflow.engine.history.Instance;
import io.tillflow.engine.history.InstanceFacts;
import io.tillflow.engine.history.Instances;
import io.tillflow.engine.history.Token;
import io.tillflow.engine.model.ProcessModel;
import io.tillflow.studio.instances.DeployedModels;
import io.tillflow.studio.repair.Plan.Place;
import io.tillflow.studio.repair.Plan.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Works out what a change of tokens would do, and what the engine would refuse about it, by the rules of Zeebe 8.5. */
@Service
public class Planner {

    private final Instances instances;
    private final InstanceFacts facts;
    private final DeployedModels models;

    Planner(Instances instances, InstanceFacts facts, DeployedModels models) {
        this.instances = instances;
        this.facts = facts;
        this.models = models;
    }

    /** Empty when there is no such instance. */
    public Optional<Plan> plan(long instanceKey, Changes changes) {
        return instances.find(instanceKey).map(it -> plan(it, changes));
    }

    private Plan plan(Instance instance, Changes changes) {
        ProcessModel model = models.process(instance.definitionKey(), instance.processId());
        Draft draft = new Draft(instance, model, facts.tokens(instance.key()), facts.elements(instance.key()));
        if (!instance.state().open()) {
            draft.problem("", "ended");
        } else if (changes.nothing()) {
            draft.problem("", "nothing-asked");
        } else {
            changes.moved().forEach(it -> draft.move(it, changes));
            changes.added().forEach(it -> draft.add(it, changes));
            changes.ended().forEach(draft::end);
        }
        return draft.plan();
    }

    /** One plan in the making. */
    private static final class Draft {
        private final ProcessModel model;
        private final Instance instance;
        private final Map<String, List<Token>> standing = new LinkedHashMap<>();
        private final List<Element> elements;
        private final Map<String, Integer> after = new LinkedHashMap<>();
        private final List<Activation> activate = new ArrayList<>();
        private final List<Long> terminate = new ArrayList<>();
        private final List<Problem> problems = new ArrayList<>();

        Draft(Instance instance, ProcessModel model, List<Token> tokens, List<Element> elements) {
            this.instance = instance;
            this.model = model;
            this.elements = elements;
            for (Token token : tokens) {
                standing.computeIfAbsent(token.elementId(), id -> new ArrayList<>())
                        .add(token);
                after.merge(token.elementId(), 1, Integer::sum);
            }
        }

        void move(Changes.Move move, Changes all) {
            int moved = take(move.from());
            for (int i = 0; i < moved; i++) {
                put(move.to(), null, all);
            }
        }

        void add(Changes.Add add, Changes all) {
            put(add.element(), add.variables() == null ? null : add.variables().toString(), all);
        }

        void end(String elementId) {
            take(elementId);
        }

        private int take(String elementId) {
            List<Token> tokens = standing.getOrDefault(elementId, List.of());
            if (tokens.isEmpty()) {
                problem(elementId, "no-token", model.label(elementId));
            }
            for (Token token : tokens) {
                if (terminate.contains(token.elementInstanceKey())) {
                    problem(elementId, "taken-twice", model.label(elementId));
                    return 0;
                }
                terminate.add(token.elementInstanceKey());
                after.merge(elementId, -1, Integer::sum);
            }
            return tokens.size();
        }

        private void put(String elementId, @Nullable String local, Changes all) {
            Optional<Problem> refusal = refusal(elementId);
            if (refusal.isPresent()) {
                problem(refusal.get());
                return;
            }
            List<Variables> variables = new ArrayList<>();
            if (all.variables() != null && !all.variables().isEmpty()) {
                variables.add(new Variables("", all.variables().toString()));
            }
            if (local != null) {
                variables.add(new Variables(elementId, local));
            }
            activate.add(new Activation(elementId, OptionalLong.empty(), variables));
            after.merge(elementId, 1, Integer::sum);
        }

        /** Why the engine would not put a token there. */
        private Optional<Problem> refusal(String elementId) {
            Optional<Problem> never = TokenRules.refusal(model, elementId);
            if (never.isPresent()) {
                return never;
            }
            ProcessModel.Element element =
                    Objects.requireNonNull(model.elements().get(elementId));
            long scopes = elements.stream()
                    .filter(it -> it.elementId().equals(element.container()) && it.state() == ElementState.ACTIVE)
                    .count();
            return scopes > 1
                    ? Optional.of(Problem.of(elementId, "many-scopes", model.label(element.container()), scopes))
                    : Optional.empty();
        }

        void problem(String elementId, String why, Object... with) {
            problem(Problem.of(elementId, why, with));
        }

        private void problem(Problem problem) {
            if (!problems.contains(problem)) {
                problems.add(problem);
            }
        }

        Plan plan() {
            List<Place> places = new ArrayList<>();
            after.forEach((id, count) -> places.add(new Place(
                    id, model.label(id), standing.getOrDefault(id, List.of()).size(), count)));
            boolean ends = instance.state().open()
                    && activate.isEmpty()
                    && after.values().stream().allMatch(it -> it == 0);
            return new Plan(
                    places,
                    List.copyOf(problems),
                    ends,
                    problems.isEmpty() ? new Modification(activate, terminate) : null);
        }
    }
}
