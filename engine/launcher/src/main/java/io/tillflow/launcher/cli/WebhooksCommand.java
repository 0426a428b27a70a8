package io.tillflow.launcher.cli;

import io.tillflow.launcher.remote.Studio;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** {@code tillflow automations webhooks}: addresses that others call, and changing them. */
@Command(
        name = "webhooks",
        description = {
            "Lists the webhooks: where each is called, what its message begins, what became of its last event.",
            "With an id and what to do: set (needs --message; prints a new one's secret this once), calls, test (sends --payload), secret (a new one) or delete."
        },
        mixinStandardHelpOptions = true)
final class WebhooksCommand implements Callable<Integer> {
    private static final String PATH = "/api/v1/webhooks";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Spec
    private CommandSpec command = CommandSpec.create();

    @Mixin
    private StudioAccess access = new StudioAccess();

    @Parameters(index = "0", arity = "0..1", paramLabel = "ID", description = "For instance contact-form.")
    private @Nullable String id;

    @Parameters(index = "1", arity = "0..1", paramLabel = "WHAT", description = "set, calls, test, secret or delete.")
    private @Nullable String what;

    @Option(names = "--message", paramLabel = "NAME", description = "What its events are called.")
    private @Nullable String message;

    @Option(
            names = "--signing",
            paramLabel = "HOW",
            description = "tillflow (with time), sha256-hex, sha256-base64 or token.")
    private @Nullable String signing;

    @Option(names = "--header", paramLabel = "NAME", description = "Where a caller puts signature or token.")
    private @Nullable String header;

    @Option(names = "--id-from", paramLabel = "PLACE", description = "Where the payload names the event, like /id.")
    private @Nullable String idFrom;

    @Option(names = "--subject-from", paramLabel = "PLACE", description = "Where it names what it is about.")
    private @Nullable String subjectFrom;

    @Option(names = "--variable", paramLabel = "NAME=PLACE", description = "What the process sees; repeat it for more.")
    private Map<String, String> variables = new LinkedHashMap<>();

    @Option(names = "--per-minute", paramLabel = "N", description = "How many calls it takes a minute (60).")
    private @Nullable Integer perMinute;

    @Option(names = "--payload", paramLabel = "JSON", defaultValue = "{}", description = "What test sends.")
    private String payload = "{}";

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    @Override
    public Integer call() {
        Studio studio = access.studio();
        if (id == null) {
            show(studio.get(PATH).document());
            return 0;
        }
        String path = PATH + "/" + URLEncoder.encode(id, StandardCharsets.UTF_8);
        switch (what == null ? "show" : what) {
            case "show" -> show(list(studio.get(path).document()));
            case "set" -> show(list(studio.put(path, asked())));
            case "secret" ->
                show(list(studio.act(path + "/secret", UUID.randomUUID().toString())));
            case "calls" -> calls(studio.get(path + "/deliveries").document());
            case "test" -> {
                return test(studio.postJson(path + "/test", parsed()));
            }
            case "delete" -> studio.delete(path);
            default ->
                throw new CommandLine.ParameterException(
                        command.commandLine(), "expected set, calls, test, secret or delete, but got '" + what + "'");
        }
        return 0;
    }

    private JsonNode parsed() {
        try {
            return JSON.readTree(payload);
        } catch (JacksonException notJson) {
            throw new CommandLine.ParameterException(command.commandLine(), "expected --payload to be JSON");
        }
    }

    private JsonNode asked() {
        ObjectNode asked = JSON.createObjectNode();
        asked.put("message", message).put("signing", signing).put("header", header);
        asked.put("idFrom", idFrom).put("subjectFrom", subjectFrom).put("perMinute", perMinute);
        asked.set("variables", JSON.valueToTree(variables));
        return asked;
    }

    /** 0 when it was taken. */
    private int test(JsonNode tried) {
        if (json) {
            Json.print(System.out, Objects.requireNonNull(SnakeCase.of(tried)));
        } else {
            System.out.println(tried.path("explanation").asString(""));
        }
        return tried.path("event").isString() ? 0 : 1;
    }

    private void calls(JsonNode document) {
        if (json) {
            Json.print(System.out, Map.of("calls", Objects.requireNonNull(SnakeCase.of(document.path("items")))));
            return;
        }
        document.path("items")
                .forEach(one -> System.out.printf(
                        "%-26s %-12s %s%n    %s%n",
                        one.path("at").asString(""),
                        one.path("outcome").asString(""),
                        one.path("explanation").asString(""),
                        one.path("payload").asString("")));
    }

    private static JsonNode list(JsonNode one) {
        return JSON.createObjectNode().set("items", JSON.createArrayNode().add(one));
    }

    private void show(JsonNode document) {
        if (json) {
            Json.print(System.out, Map.of("webhooks", Objects.requireNonNull(SnakeCase.of(document.path("items")))));
            return;
        }
        document.path("items").forEach(WebhooksCommand::print);
    }

    private static void print(JsonNode one) {
        String begins =
                one.path("begins").valueStream().map(it -> it.asString("")).collect(Collectors.joining(", "));
        System.out.printf(
                "%-24s %s%n    %s in %s, message %s begins %s%n",
                one.path("id").asString(""),
                one.path("url").asString(""),
                one.path("signing").asString(""),
                one.path("header").asString(""),
                one.path("message").asString(""),
                begins.isEmpty() ? "nothing" : begins);
        if (one.path("secret").isString()) {
            System.out.printf(
                    "    secret, shown this once: %s%n", one.path("secret").asString(""));
        }
        JsonNode latest = one.path("latest");
        if (latest.isObject()) {
            System.out.printf(
                    "    last event %s: %s%n",
                    latest.path("receivedAt").asString(""),
                    latest.path("explanation").asString(""));
        }
    }
}
