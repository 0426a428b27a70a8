package io.tillflow.studio.play;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.Period;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reads a scenario from YAML, of which JSON is a part; whatever it does not know is refused with its place. */
public final class ScenarioFile {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int LARGEST = 256 * 1024;
    private static final Set<String> TOP = Set.of("name", "usual", "steps");

    private final String file;

    private ScenarioFile(String file) {
        this.file = file;
    }

    public static Scenario read(String file, String text) {
        return new ScenarioFile(file).scenario(tree(file, text));
    }

    /** One line of a scenario by itself. */
    static Step step(JsonNode step) {
        return new ScenarioFile("step").step(step, "as sent");
    }

    private static JsonNode tree(String file, String text) {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(LARGEST);
        options.setMaxAliasesForCollections(20);
        options.setNestingDepthLimit(40);
        try {
            JsonNode tree = JSON.valueToTree(new Yaml(new SafeConstructor(options)).load(text));
            if (!(tree instanceof ObjectNode)) {
                throw new ScenarioRefused(file + ": expected name and steps.");
            }
            return tree;
        } catch (YAMLException e) {
            throw new ScenarioRefused(file + ": this is not readable YAML: "
                    + String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
        }
    }

    private Scenario scenario(JsonNode tree) {
        only(tree, TOP, "the scenario");
        List<Step> steps = new ArrayList<>();
        for (JsonNode step : tree.path("steps")) {
            steps.add(step(step, "step " + (steps.size() + 1)));
        }
        return new Scenario(tree.path("name").asString(""), map(tree.path("usual")), steps);
    }

    private Step step(JsonNode step, String place) {
        String verb = step.isObject() && !step.isEmpty()
                ? step.propertyNames().iterator().next()
                : "";
        JsonNode value = step.path(verb);
        return switch (verb) {
            case "start" -> start(value, place);
            case "answer" -> {
                only(value, Set.of("job", "with", "error", "gives-up"), place);
                yield new Step.Answer(text(value, "job", place), reply(value, place));
            }
            case "message" -> {
                only(step, Set.of("message", "key", "variables", "heard"), place);
                yield new Step.Publish(
                        value.asString(""),
                        step.path("key").asString("play"),
                        object(step, "variables"),
                        heard(step, place));
            }
            case "signal" -> {
                only(step, Set.of("signal", "variables"), place);
                yield new Step.Broadcast(value.asString(""), object(step, "variables"));
            }
            case "task" -> {
                only(step, Set.of("task", "with"), place);
                yield new Step.Complete(value.asString(""), object(step, "with"));
            }
            case "wait" -> new Step.Pass(duration(value.asString(""), place));
            case "retry" -> new Step.Retry(value.asString(""));
            case "expect" -> expect(value, place);
            default ->
                throw new ScenarioRefused(file + ", " + place
                        + ": expected start, answer, message, signal, task, wait, retry or expect, but got \"" + verb
                        + "\".");
        };
    }

    private Step.Heard heard(JsonNode step, String place) {
        String heard = step.path("heard").asString("now");
        return switch (heard) {
            case "now" -> Step.Heard.NOW;
            case "later" -> Step.Heard.LATER;
            case "never" -> Step.Heard.NEVER;
            default ->
                throw new ScenarioRefused(
                        file + ", " + place + ": heard is now, later or never, but not \"" + heard + "\".");
        };
    }

    private Step start(JsonNode value, String place) {
        only(value, Set.of("message", "process", "signal", "key", "variables"), place);
        @Nullable String message = value.path("message").asStringOpt().orElse(null);
        @Nullable String process = value.path("process").asStringOpt().orElse(null);
        @Nullable String signal = value.path("signal").asStringOpt().orElse(null);
        if (Stream.of(message, process, signal).filter(Objects::nonNull).count() != 1) {
            throw new ScenarioRefused(file + ", " + place + ": start needs either a message, a process or a signal.");
        }
        return new Step.Start(message, process, signal, value.path("key").asString("play"), object(value, "variables"));
    }

    /** An answer as it stands in a step or under {@code usual}. */
    static Reply reply(JsonNode value, String place) {
        if (value.has("error")) {
            return new Reply.Throws(value.path("error").asString(""), object(value, "with"));
        }
        if (value.has("gives-up")) {
            return new Reply.GivesUp(value.path("gives-up").asString("no answer"));
        }
        return new Reply.Done(object(value, "with"));
    }

    private Step expect(JsonNode value, String place) {
        only(value, Set.of("path", "went", "never", "at", "ended", "incidents", "jobs", "variables"), place);
        return new Step.Expect(
                value.has("path") ? list(value, "path") : null,
                list(value, "went"),
                list(value, "never"),
                list(value, "at"),
                value.path("ended").asStringOpt().orElse(null),
                list(value, "incidents"),
                map(value.path("jobs")),
                map(value.path("variables")));
    }

    private Duration duration(String text, String place) {
        try {
            return text.startsWith("P") && !text.contains("T") ? days(Period.parse(text)) : Duration.parse(text);
        } catch (DateTimeException e) {
            throw new ScenarioRefused(
                    file + ", " + place + ": expected a duration such as PT2H or P3D, but got \"" + text + "\".");
        }
    }

    private static Duration days(Period period) {
        LocalDateTime start = LocalDateTime.of(2026, 1, 1, 0, 0);
        return Duration.between(start, start.plus(period));
    }

    private void only(JsonNode node, Set<String> known, String place) {
        node.propertyNames().stream()
                .filter(name -> !known.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new ScenarioRefused(file + ", " + place + ": \"" + name + "\" means nothing here; known are "
                            + known.stream().sorted().toList() + ".");
                });
    }

    private String text(JsonNode node, String name, String place) {
        String text = node.path(name).asString("");
        if (text.isEmpty()) {
            throw new ScenarioRefused(file + ", " + place + ": " + name + " is missing.");
        }
        return text;
    }

    private static JsonNode object(JsonNode node, String name) {
        return node.path(name).isObject() ? node.get(name) : JSON.createObjectNode();
    }

    private static List<String> list(JsonNode node, String name) {
        JsonNode value = node.path(name);
        List<String> texts = new ArrayList<>();
        if (value.isArray()) {
            value.forEach(it -> texts.add(it.asString("")));
        } else if (!value.isMissingNode() && !value.isNull()) {
            texts.add(value.asString(""));
        }
        return List.copyOf(texts);
    }

    private static Map<String, JsonNode> map(JsonNode node) {
        Map<String, JsonNode> map = new LinkedHashMap<>();
        node.properties().forEach(entry -> map.put(entry.getKey(), entry.getValue()));
        return map;
    }
}
