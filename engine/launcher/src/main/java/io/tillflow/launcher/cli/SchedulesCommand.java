package io.tillflow.launcher.cli;

import io.tillflow.launcher.remote.Studio;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
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

/** {@code tillflow automations schedules}: what comes at its time, and changing that. */
@Command(
        name = "schedules",
        description = {
            "Lists the schedules: when each is due next, what its message begins, what became of its last event.",
            "With an id and what to do: set (needs --cron, --zone and --message), run (makes its event now), pause, resume or delete."
        },
        mixinStandardHelpOptions = true)
final class SchedulesCommand implements Callable<Integer> {
    private static final String PATH = "/api/v1/schedules";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Spec
    private CommandSpec command = CommandSpec.create();

    @Mixin
    private StudioAccess access = new StudioAccess();

    @Parameters(index = "0", arity = "0..1", paramLabel = "ID", description = "For instance weekly-report.")
    private @Nullable String id;

    @Parameters(index = "1", arity = "0..1", paramLabel = "WHAT", description = "set, run, pause, resume or delete.")
    private @Nullable String what;

    @Option(names = "--cron", paramLabel = "CRON", description = "For instance \"0 9 * * MON-FRI\".")
    private @Nullable String cron;

    @Option(names = "--zone", paramLabel = "ZONE", description = "For instance Europe/Berlin.")
    private @Nullable String zone;

    @Option(names = "--message", paramLabel = "NAME", description = "What its events are called.")
    private @Nullable String message;

    @Option(names = "--misfire", paramLabel = "once|all|skip", description = "What becomes of missed times (once).")
    private @Nullable String misfire;

    @Option(
            names = "--variables",
            paramLabel = "JSON",
            defaultValue = "{}",
            description = "Variables each event brings.")
    private String data = "{}";

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
            case "pause", "resume" ->
                show(list(studio.act(path + "/" + what, UUID.randomUUID().toString())));
            case "run" -> run(studio, path);
            case "delete" -> studio.delete(path);
            default -> throw wrong("expected set, run, pause, resume or delete, but got '" + what + "'");
        }
        return 0;
    }

    private void run(Studio studio, String path) {
        JsonNode event = studio.act(path + "/run", UUID.randomUUID().toString());
        if (json) {
            Json.print(System.out, Objects.requireNonNull(SnakeCase.of(event)));
        } else {
            System.out.println("made the event " + event.path("event").asString(""));
        }
    }

    private JsonNode asked() {
        ObjectNode asked = JSON.createObjectNode();
        asked.put("cron", cron).put("zone", zone).put("message", message).put("misfire", misfire);
        try {
            asked.set("data", JSON.readTree(data));
        } catch (JacksonException notJson) {
            throw wrong("expected --variables to be a JSON object");
        }
        return asked;
    }

    private CommandLine.ParameterException wrong(String why) {
        return new CommandLine.ParameterException(command.commandLine(), why);
    }

    private static JsonNode list(JsonNode one) {
        return JSON.createObjectNode().set("items", JSON.createArrayNode().add(one));
    }

    private void show(JsonNode document) {
        if (json) {
            Json.print(System.out, Map.of("schedules", Objects.requireNonNull(SnakeCase.of(document.path("items")))));
            return;
        }
        document.path("items").forEach(SchedulesCommand::print);
    }

    private static void print(JsonNode one) {
        String begins =
                one.path("begins").valueStream().map(it -> it.asString("")).collect(Collectors.joining(", "));
        System.out.printf(
                "%-24s %-20s %-16s %s, message %s begins %s%n",
                one.path("id").asString(""),
                one.path("cron").asString(""),
                one.path("zone").asString(""),
                one.path("paused").asBoolean()
                        ? "paused"
                        : "next " + one.path("next").path(0).asString("never"),
                one.path("message").asString(""),
                begins.isEmpty() ? "nothing" : begins);
        JsonNode latest = one.path("latest");
        if (latest.isObject()) {
            System.out.printf(
                    "    last event %s: %s%n",
                    latest.path("time").asString(""), latest.path("explanation").asString(""));
        }
    }
}
