package io.tillflow.studio.play;

import io.tillflow.studio.lint.ModelFile;
import io.tillflow.studio.markup.Markup;
import io.tillflow.studio.markup.Node.Element;
import io.tillflow.studio.models.Shelf;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Service;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The steps that show a form, and what they had before them: in real instances, in scenarios, and with data to begin with. */
@Service
public class ShownForms {
    private static final Logger LOG = LoggerFactory.getLogger(ShownForms.class);
    private static final JsonMapper JSON = new JsonMapper();
    private static final String PAST = "past:";
    private static final String SCENARIO = "scenario:";
    private static final int MOST_PAST = 10;

    private final Shelf shelf;
    private final Examples examples;
    private final Samples samples;
    private final Starts starts;
    private final PastSteps past;

    ShownForms(Shelf shelf, Examples examples, Samples samples, Starts starts, PastSteps past) {
        this.shelf = shelf;
        this.examples = examples;
        this.samples = samples;
        this.starts = starts;
        this.past = past;
    }

    /**
     * Data that a form can be shown with.
     *
     * @param id names it among those of the form
     * @param step the step that shows the form, with its process
     */
    public record Sheet(String id, String step, String name) {}

    /** A step that shows the form. */
    private record Place(String modelId, ModelFile file, String process, String element, String name) {
        String id(String data) {
            return modelId + "/" + element + "/" + data;
        }
    }

    public List<Sheet> of(ModelFile form) {
        List<Sheet> found = new ArrayList<>();
        places(form).forEach(place -> {
            stood(place).forEach(it -> found.add(sheet(place, PAST + it.key(), it.name())));
            examples.scenarios(place.modelId()).forEach((name, scenario) -> {
                if (completes(scenario, place.element())) {
                    found.add(sheet(place, SCENARIO + name, scenario.name()));
                }
            });
            starts.of(place.modelId())
                    .forEach((name, text) -> found.add(sheet(
                            place,
                            Example.SAVED + name,
                            StartFile.read(name, text).title())));
        });
        return found;
    }

    private static Sheet sheet(Place place, String data, String name) {
        return new Sheet(place.id(data), place.name(), name);
    }

    /** Whether a scenario is played for the sheet of this id. */
    public static boolean played(String id) {
        return id.matches("[^/]*/[^/]*/" + SCENARIO + "(?s:.*)");
    }

    /** What the form's step could read there. */
    public Map<String, JsonNode> data(ModelFile form, String id) {
        Place place = places(form).stream()
                .filter(it -> id.startsWith(it.id("")))
                .findFirst()
                .orElseThrow(() -> new ScenarioRefused("No step shows this form with " + id + "."));
        String data = id.substring(place.id("").length());
        if (data.matches(PAST + "\\d{1,19}")) {
            long key = Long.parseLong(data.substring(PAST.length()));
            if (stood(place).stream().noneMatch(it -> it.key() == key)) {
                throw new ScenarioRefused(
                        "None of the last instances stood at " + place.element() + " as " + key + ".");
            }
            return past.saw(key);
        }
        if (data.startsWith(SCENARIO)) {
            return played(place, data.substring(SCENARIO.length()));
        }
        String name = data.startsWith(Example.SAVED) ? data.substring(Example.SAVED.length()) : "";
        String text = starts.of(place.modelId()).get(name);
        if (text == null) {
            throw new ScenarioRefused("There is no data " + data + " of " + place.modelId() + ".");
        }
        Map<String, JsonNode> begun = new LinkedHashMap<>();
        StartFile.read(name, text)
                .start()
                .variables()
                .properties()
                .forEach(it -> begun.put(it.getKey(), it.getValue()));
        return begun;
    }

    private Map<String, JsonNode> played(Place place, String scenario) {
        Sample sample = samples.of(place.modelId(), place.file(), scenario).get(place.element());
        if (sample == null) {
            throw new ScenarioRefused("The scenario does not come to " + place.element() + ".");
        }
        return sample.within();
    }

    private List<PastSteps.Stood> stood(Place place) {
        try {
            return past.at(place.process(), place.element(), MOST_PAST);
        } catch (DataAccessException unknown) {
            LOG.debug("no past of {}: {}", place.element(), unknown.getMessage());
            return List.of();
        }
    }

    private static boolean completes(Scenario scenario, String element) {
        return scenario.steps().stream()
                .anyMatch(it -> it instanceof Step.Complete done && done.task().equals(element));
    }

    private List<Place> places(ModelFile form) {
        String formId = idOf(form);
        return formId.isEmpty()
                ? List.of()
                : shelf.holding(ModelFile.Kind.BPMN, formId).stream()
                        .flatMap(it -> Markup.parse(it.file().text())
                                .root()
                                .elements("process")
                                .flatMap(process -> process.all()
                                        .filter(step -> shows(step, formId))
                                        .map(step -> place(it, process, step))))
                        .toList();
    }

    private static boolean shows(Element element, String formId) {
        return element.local().equals("userTask")
                && element.all()
                        .anyMatch(it -> it.local().equals("formDefinition")
                                && it.attribute("formId").equals(formId));
    }

    private Place place(Shelf.Item model, Element process, Element step) {
        String name = step.attribute("name").isEmpty() ? step.id() : step.attribute("name");
        return new Place(model.id(), model.file(), process.id(), step.id(), shelf.title(model.file()) + ": " + name);
    }

    private static String idOf(ModelFile form) {
        try {
            return JSON.readTree(form.text()).path("id").asString("");
        } catch (JacksonException unreadable) {
            return "";
        }
    }
}
