package io.tillflow.studio.play;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Writes a scenario as {@link ScenarioFile} reads it: a file that people read and compare. */
final class ScenarioText {
    private static final JsonMapper JSON = new JsonMapper();

    /** Words that mean something else in YAML when they stand without quotes. */
    private static final Pattern PLAIN =
            Pattern.compile("(?!(?i:y|n|yes|no|on|off|true|false|null)$)[A-Za-z_][\\w.-]*");

    private final StringBuilder text = new StringBuilder();

    private ScenarioText() {}

    static String of(Scenario scenario) {
        ScenarioText writing = new ScenarioText();
        writing.line(0, "name: " + quoted(scenario.name()));
        if (!scenario.usual().isEmpty()) {
            writing.line(0, "usual:");
            scenario.usual().forEach((job, reply) -> writing.line(1, name(job) + ": " + reply));
        }
        writing.line(0, "steps:");
        scenario.steps().forEach(writing::step);
        return writing.text.toString();
    }

    private void step(Step step) {
        switch (step) {
            case Step.Start start -> start(start);
            case Step.Answer(var job, var reply) -> line(1, "- answer: " + answer(job, reply));
            case Step.Publish message -> publish(message);
            case Step.Broadcast(var signal, var variables) -> {
                line(1, "- signal: " + name(signal));
                line(2, "variables: " + variables);
            }
            case Step.Complete(var task, var variables) -> {
                line(1, "- task: " + name(task));
                line(2, "with: " + variables);
            }
            case Step.Pass(var time) -> line(1, "- wait: " + time);
            case Step.Retry(var element) -> line(1, "- retry: " + name(element));
            case Step.Expect expect -> expect(expect);
        }
    }

    private void start(Step.Start start) {
        line(1, "- start:");
        optional(3, "message", start.message());
        optional(3, "process", start.process());
        optional(3, "signal", start.signal());
        if (start.message() != null) {
            line(3, "key: " + quoted(start.key()));
        }
        if (!start.variables().isEmpty()) {
            line(3, "variables:");
            start.variables().properties().forEach(it -> line(4, name(it.getKey()) + ": " + it.getValue()));
        }
    }

    private void publish(Step.Publish message) {
        line(1, "- message: " + name(message.message()));
        line(2, "key: " + quoted(message.key()));
        if (!message.variables().isEmpty()) {
            line(2, "variables: " + message.variables());
        }
        if (message.heard() != Step.Heard.NOW) {
            line(2, "heard: " + (message.heard() == Step.Heard.LATER ? "later" : "never"));
        }
    }

    private void expect(Step.Expect expect) {
        line(1, "- expect:");
        list("at", expect.at());
        optional(3, "ended", expect.ended());
        list("incidents", expect.incidents());
        list("went", expect.went());
        list("never", expect.never());
        values("jobs", expect.jobs());
        values("variables", expect.variables());
        if (expect.path() != null) {
            line(3, "path:");
            expect.path().forEach(it -> line(4, "- " + name(it)));
        }
    }

    private void list(String name, List<String> values) {
        if (!values.isEmpty()) {
            line(
                    3,
                    name + ": ["
                            + String.join(
                                    ", ",
                                    values.stream().map(ScenarioText::name).toList()) + "]");
        }
    }

    private void values(String name, Map<String, JsonNode> values) {
        if (!values.isEmpty()) {
            line(3, name + ":");
            values.forEach((key, value) -> line(4, name(key) + ": " + value));
        }
    }

    private void optional(int depth, String name, @Nullable String value) {
        if (value != null) {
            line(depth, name + ": " + name(value));
        }
    }

    private static ObjectNode answer(String job, Reply reply) {
        ObjectNode answer = JSON.createObjectNode().put("job", job);
        return switch (reply) {
            case Reply.Done(var variables) -> answer.set("with", variables);
            case Reply.Throws(var code, var variables) ->
                variables.isEmpty()
                        ? answer.put("error", code)
                        : answer.put("error", code).set("with", variables);
            case Reply.GivesUp(var message) -> answer.put("gives-up", message);
        };
    }

    private static String name(String value) {
        return PLAIN.matcher(value).matches() ? value : quoted(value);
    }

    /** JSON is YAML: a text in quotes means the same in both. */
    private static String quoted(String value) {
        return JSON.writeValueAsString(value);
    }

    private void line(int depth, String line) {
        text.append("  ".repeat(depth)).append(line).append('\n');
    }
}
