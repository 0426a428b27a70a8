package io.tillflow.studio.play.feel;

import io.tillflow.rules.Feel;
import io.tillflow.studio.lint.ModelFile;
import io.tillflow.studio.models.Trials;
import io.tillflow.studio.play.Example;
import io.tillflow.studio.play.Examples;
import io.tillflow.studio.play.Playable;
import io.tillflow.studio.play.Sample;
import io.tillflow.studio.play.Samples;
import io.tillflow.studio.play.ScenarioRefused;
import io.tillflow.studio.play.ShownForms;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Tries expressions with what a trigger brings, or with what a scenario has at the element when it is played; and forms. */
@Service
class FeelTrials implements Trials {
    private static final JsonMapper JSON = new JsonMapper();
    private static final TypeReference<Map<String, @Nullable Object>> DATA = new TypeReference<>() {};
    private static final String SCENARIO = "scenario:";

    private final Examples examples;
    private final Samples samples;
    private final ShownForms forms;

    FeelTrials(Examples examples, Samples samples, ShownForms forms) {
        this.examples = examples;
        this.samples = samples;
        this.forms = forms;
    }

    @Override
    public List<Choice> choices(String modelId, ModelFile file) {
        if (file.kind() == ModelFile.Kind.FORM) {
            return forms.of(file).stream()
                    .map(it -> choice(file, it.id(), it.name(), it.step()))
                    .toList();
        }
        List<Example> all = examples(modelId, file);
        return java.util.stream.Stream.concat(
                        all.stream().filter(it -> it.kind() != Example.Kind.SCENARIO),
                        all.stream().filter(it -> it.kind() == Example.Kind.SCENARIO))
                .map(it -> choice(file, it.id(), it.name(), ""))
                .toList();
    }

    private Choice choice(ModelFile file, String id, String name, String group) {
        return new Choice(id, name, group, played(file.kind(), id));
    }

    @Override
    public boolean played(ModelFile.Kind kind, String sample) {
        return kind == ModelFile.Kind.FORM ? ShownForms.played(sample) : sample.startsWith(SCENARIO);
    }

    @Override
    public Map<String, @Nullable Object> data(ModelFile form, String sample) {
        return plain(forms.data(form, sample));
    }

    /** A drawing that is no process yet has none. */
    private List<Example> examples(String modelId, ModelFile file) {
        try {
            return examples.of(modelId, Playable.of(file));
        } catch (ScenarioRefused | IllegalArgumentException noProcess) {
            return List.of();
        }
    }

    @Override
    public Answer answer(Question question) {
        return evaluate(question.expression(), data(question));
    }

    static Answer evaluate(String expression, Map<String, @Nullable Object> data) {
        return switch (Feel.evaluate(expression, data)) {
            case Feel.Outcome.Value(var value, var doubts) -> new Answer(value, "", 0, 0, doubts, data);
            case Feel.Outcome.Broken(var message, var line, var column) ->
                new Answer(null, message, line, column, List.of(), data);
        };
    }

    private Map<String, @Nullable Object> data(Question question) {
        if (question.sample().startsWith(SCENARIO) && !question.elementId().isEmpty()) {
            String scenario = question.sample().substring(SCENARIO.length());
            Sample sample =
                    samples.of(question.modelId(), question.file(), scenario).get(question.elementId());
            if (sample == null) {
                throw new ScenarioRefused("The scenario does not come to " + question.elementId() + ".");
            }
            return plain(question.after() ? sample.after() : sample.before());
        }
        return examples(question.modelId(), question.file()).stream()
                .filter(it -> it.id().equals(question.sample()))
                .findFirst()
                .map(it -> JSON.convertValue(it.start().variables(), DATA))
                .orElseThrow(() -> new ScenarioRefused("There is no sample data " + question.sample() + "."));
    }

    static Map<String, @Nullable Object> plain(Map<String, JsonNode> variables) {
        Map<String, @Nullable Object> plain = new LinkedHashMap<>();
        variables.forEach((name, value) -> plain.put(name, JSON.convertValue(value, Object.class)));
        return plain;
    }
}
