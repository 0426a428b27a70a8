package io.tillflow.studio.play;

import io.tillflow.studio.lint.ModelFile;
import io.tillflow.studio.models.Shelf;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Service;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What a play of a model can begin with: data saved beside it, its scenarios, what its trigger brings, and what real orders brought. */
@Service
public class Examples {
    private static final Logger LOG = LoggerFactory.getLogger(Examples.class);
    private static final JsonMapper JSON = new JsonMapper();
    private static final String SCENARIO = "scenario:";
    private static final String ORDER = "order:";
    private static final int MOST_ORDERS = 20;

    private final Scenarios scenarios;
    private final PastInstances past;
    private final Shelf shelf;
    private final Starts starts;

    Examples(Scenarios scenarios, PastInstances past, Shelf shelf, Starts starts) {
        this.starts = starts;
        this.scenarios = scenarios;
        this.past = past;
        this.shelf = shelf;
    }

    /** The model's scenarios that can be read, by their file's name. */
    public Map<String, Scenario> scenarios(String modelId) {
        Map<String, Scenario> found = new LinkedHashMap<>();
        scenarios.of(modelId).forEach((name, text) -> {
            try {
                found.put(name, ScenarioFile.read(name, text));
            } catch (ScenarioRefused unreadable) {
                LOG.debug("{}: {}", modelId, unreadable.getMessage());
            }
        });
        return found;
    }

    public List<Example> of(String modelId, Playable model) {
        List<Example> found = new ArrayList<>(saved(modelId));
        scenarios(modelId)
                .forEach((name, scenario) -> start(scenario)
                        .ifPresent(it ->
                                found.add(new Example(SCENARIO + name, Example.Kind.SCENARIO, scenario.name(), it))));
        Wiring wiring = Wiring.of(model, List.of());
        wiring.messages().forEach(name -> found.add(trigger(name)));
        wiring.signals()
                .forEach(name -> found.add(new Example(
                        "signal:" + name,
                        Example.Kind.SIGNAL,
                        name,
                        Step.Start.bySignal(name, JSON.createObjectNode()))));
        if (wiring.plain()) {
            found.add(new Example(
                    "plain",
                    Example.Kind.PLAIN,
                    model.processId(),
                    new Step.Start(null, model.processId(), "play", JSON.createObjectNode())));
        }
        orders(model.processId(), found);
        return found;
    }

    private List<Example> saved(String modelId) {
        return starts.of(modelId).entrySet().stream()
                .map(it -> {
                    StartFile file = StartFile.read(it.getKey(), it.getValue());
                    return new Example(Example.SAVED + it.getKey(), Example.Kind.SAVED, file.title(), file.start());
                })
                .toList();
    }

    private static Example trigger(String message) {
        JsonNode example = Contract.shipped().message(message).orElseGet(JSON::createObjectNode);
        ObjectNode variables = example.deepCopy().asObject();
        if (!variables.has("businessKey")) {
            variables.put("businessKey", "PLAY-1");
        }
        return new Example(
                "trigger:" + message, Example.Kind.TRIGGER, message, new Step.Start(message, null, "play", variables));
    }

    private void orders(String processId, List<Example> found) {
        try {
            past.beginnings(processId, MOST_ORDERS)
                    .forEach(it -> found.add(new Example(
                            ORDER + it.instance(),
                            Example.Kind.ORDER,
                            it.businessKey().isEmpty() ? String.valueOf(it.instance()) : it.businessKey(),
                            new Step.Start(it.message(), null, it.key(), it.variables()))));
        } catch (DataAccessException away) {
            LOG.debug("no past orders to begin with: {}", away.getMessage());
        }
    }

    private static Optional<Step.Start> start(Scenario scenario) {
        return scenario.steps().stream()
                .filter(Step.Start.class::isInstance)
                .map(Step.Start.class::cast)
                .findFirst();
    }

    /** What was answered, brought and decided in the example. */
    public Script script(String modelId, String exampleId) {
        if (exampleId.startsWith(SCENARIO)) {
            Scenario scenario = scenarios(modelId).get(exampleId.substring(SCENARIO.length()));
            return scenario == null ? Script.empty() : Script.of(scenario);
        }
        return exampleId.matches(ORDER + "\\d{1,19}")
                ? past.find(Long.parseLong(exampleId.substring(ORDER.length())))
                        .map(Script::of)
                        .orElseGet(Script::empty)
                : Script.empty();
    }

    /** What is common to all scenarios there are, the model's own first. */
    Proposals proposals(String modelId) {
        List<Scenario> all = new ArrayList<>(scenarios(modelId).values());
        shelf.ids(ModelFile.Kind.BPMN).stream()
                .filter(id -> !id.equals(modelId))
                .forEach(id -> all.addAll(scenarios(id).values()));
        return new Proposals(Script.common(all));
    }
}
