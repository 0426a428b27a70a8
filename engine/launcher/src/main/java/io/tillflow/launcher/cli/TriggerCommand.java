package io.tillflow.launcher.cli;

import io.tillflow.launcher.remote.Studio;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Triggers that people make, each with an id: all of them, one, and what is done to one. */
abstract class TriggerCommand implements Callable<Integer> {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final String kind;

    @Spec
    private CommandSpec command = CommandSpec.create();

    @Mixin
    private StudioAccess access = new StudioAccess();

    @Parameters(index = "0", arity = "0..1", paramLabel = "ID", description = "As it is called in the list.")
    private @Nullable String id;

    @Parameters(index = "1", arity = "0..1", paramLabel = "WHAT", description = "What to do with it.")
    private @Nullable String what;

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    /** @param kind in the plural, as in the path and in what is printed */
    TriggerCommand(String kind) {
        this.kind = kind;
    }

    @Override
    public final Integer call() {
        Studio studio = access.studio();
        String path = "/api/v1/" + kind;
        if (id == null) {
            show(studio.get(path).document().path("items"));
            return 0;
        }
        String one = path + "/" + URLEncoder.encode(id, StandardCharsets.UTF_8);
        return switch (what == null ? "show" : what) {
            case "show" -> showOne(studio.get(one).document());
            case "set" -> showOne(studio.put(one, asked()));
            case "delete" -> {
                studio.delete(one);
                yield 0;
            }
            case String other -> act(studio, one, other);
        };
    }

    /** What {@code set} sends. */
    abstract ObjectNode asked();

    /** Does what only this kind knows. Returns the exit code. */
    abstract int act(Studio studio, String path, String what);

    abstract void print(JsonNode one);

    final int showOne(JsonNode one) {
        show(JSON.createArrayNode().add(one));
        return 0;
    }

    private void show(JsonNode items) {
        print(kind, items, this::print);
    }

    /** Prints a list: as one document under its name, or each line by line. */
    final void print(String name, JsonNode items, Consumer<JsonNode> line) {
        if (json) {
            Json.print(System.out, Map.of(name, Objects.requireNonNull(SnakeCase.of(items))));
        } else {
            items.forEach(line);
        }
    }

    /** Prints one answer: as a document or as a sentence. */
    final void print(JsonNode answer, String sentence) {
        if (json) {
            Json.print(System.out, Objects.requireNonNull(SnakeCase.of(answer)));
        } else {
            System.out.println(sentence);
        }
    }

    final CommandLine.ParameterException wrong(String why) {
        return new CommandLine.ParameterException(command.commandLine(), why);
    }

    /** @param option for instance {@code --payload} */
    final JsonNode parsed(String option, String text) {
        try {
            return JSON.readTree(text);
        } catch (JacksonException notJson) {
            throw wrong("expected " + option + " to be JSON");
        }
    }

    static ObjectNode document() {
        return JSON.createObjectNode();
    }

    /** A key of one's own, so that a repeated request does nothing twice. */
    static String once() {
        return UUID.randomUUID().toString();
    }

    static String begins(JsonNode one) {
        String begins =
                one.path("begins").valueStream().map(it -> it.asString("")).collect(Collectors.joining(", "));
        return begins.isEmpty() ? "nothing" : begins;
    }

    /** @param time the member that says when */
    static void printLatest(JsonNode one, String time) {
        JsonNode latest = one.path("latest");
        if (latest.isObject()) {
            System.out.printf(
                    "    last event %s: %s%n",
                    latest.path(time).asString(""), latest.path("explanation").asString(""));
        }
    }
}
