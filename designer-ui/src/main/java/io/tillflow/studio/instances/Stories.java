package io.tillflow.studio.instances;

import io.tillflow.engine.history.Durations;
import io.tillflow.engine.history.Facts.Decision;
import io.tillflow.engine.history.Facts.Everything;
import io.tillflow.engine.history.Facts.Variable;
import io.tillflow.engine.history.Instance;
import io.tillflow.engine.history.InstanceFacts;
import io.tillflow.engine.history.Recording.Change;
import io.tillflow.engine.history.Recordings;
import io.tillflow.engine.history.Usual;
import io.tillflow.engine.model.DecisionTable;
import io.tillflow.engine.model.ProcessModel;
import io.tillflow.studio.instances.Orders.Order;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import tools.jackson.databind.JsonNode;

/** Everything an instance's page shows, read in one go. */
@Service
public class Stories {

    private final InstanceFacts facts;
    private final Durations durations;
    private final DeployedModels models;
    private final Orders orders;
    private final Recordings recordings;

    Stories(InstanceFacts facts, Recordings recordings, Durations durations, DeployedModels models, Orders orders) {
        this.facts = facts;
        this.recordings = recordings;
        this.durations = durations;
        this.models = models;
        this.orders = orders;
    }

    /**
     * An instance, its model, what is usual there, and the order it is about.
     *
     * @param asOf when the instance was so; empty for now
     */
    public record Story(
            Everything facts, ProcessModel model, Usual usual, Optional<Order> order, Optional<Instant> asOf) {

        public Optional<Usual.Typical> usualOf(String elementId) {
            return usual.of(facts.instance().processId(), elementId);
        }

        /** "Order 10467", or the process's name for an instance without an order. */
        public String name() {
            String order = facts.instance().businessKey();
            return order.isEmpty() ? model.title() : order;
        }

        /** A root variable by its name. */
        public Optional<JsonNode> variable(String name) {
            long root = facts.instance().key();
            return facts.variables().stream()
                    .filter(it -> it.scopeKey() == root && it.name().equals(name))
                    .map(Variable::value)
                    .findFirst();
        }
    }

    public Optional<Story> find(long instanceKey) {
        return facts.everything(instanceKey).map(this::story);
    }

    /** The same instance as it was. */
    Story at(Story now, Instant at) {
        Everything then = recordings.of(now.facts()).at(at);
        return new Story(then, now.model(), now.usual(), now.order(), Optional.of(at));
    }

    /** The values each variable had, oldest first, up to the instant the story is of. */
    List<Change> changes(Story story) {
        List<Change> all = recordings.changes(story.facts().instance().key());
        return story.asOf()
                .map(at -> all.stream()
                        .filter(it -> !it.variable().updatedAt().isAfter(at))
                        .toList())
                .orElse(all);
    }

    /** What an instance's process is called. */
    String title(Instance instance) {
        return models.process(instance.definitionKey(), instance.processId()).title();
    }

    public Optional<String> bpmn(long definitionKey) {
        return models.bpmn(definitionKey);
    }

    /** The table a decision went by; empty for a decision that is no table. */
    public Optional<DecisionTable> table(Decision decision, String decisionId) {
        return models.table(decision.decisionKey(), decisionId);
    }

    private Story story(Everything everything) {
        ProcessModel model = models.process(
                everything.instance().definitionKey(), everything.instance().processId());
        Story bare = new Story(everything, model, durations.usual(), Optional.empty(), Optional.empty());
        Optional<Order> order = bare.variable("order")
                .map(it -> it.path("id").asString(""))
                .filter(it -> !it.isEmpty())
                .flatMap(orders::find);
        return new Story(everything, model, bare.usual(), order, Optional.empty());
    }
}
