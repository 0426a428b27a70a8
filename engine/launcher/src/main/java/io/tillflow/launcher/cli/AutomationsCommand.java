package io.tillflow.launcher.cli;

import io.tillflow.launcher.remote.Studio;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code tillflow automations}: which processes messages begin, whether they act, and changing that. */
@Command(
        name = "automations",
        description = {
            "Lists the processes that messages begin, with their state, what waits and their limits.",
            "With an id and a state: puts it on, dry-run, paused or off from now on."
        },
        subcommands = {SchedulesCommand.class, PatternsCommand.class, WebhooksCommand.class, LetterboxesCommand.class},
        mixinStandardHelpOptions = true)
final class AutomationsCommand implements Callable<Integer> {
    private static final String PATH = "/api/v1/automations";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Mixin
    private StudioAccess access = new StudioAccess();

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "ID",
            description = "The process, for instance return-request.")
    private @Nullable String id;

    @Parameters(index = "1", arity = "0..1", paramLabel = "STATE", description = "on, dry-run, paused or off.")
    private @Nullable String state;

    @Option(names = "--reason", paramLabel = "TEXT", description = "Why; needed to pause or switch off.")
    private @Nullable String reason;

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    @Override
    public Integer call() {
        Studio studio = access.studio();
        if (id == null) {
            show(studio.get(PATH).document());
        } else {
            String path = PATH + "/" + URLEncoder.encode(id, StandardCharsets.UTF_8);
            JsonNode one = state == null ? studio.get(path).document() : studio.put(path, change());
            show(JSON.createObjectNode().set("items", JSON.createArrayNode().add(one)));
        }
        return 0;
    }

    private JsonNode change() {
        return JSON.createObjectNode().put("state", state).put("reason", reason);
    }

    private void show(JsonNode document) {
        if (json) {
            Json.print(System.out, Map.of("automations", Objects.requireNonNull(SnakeCase.of(document.path("items")))));
            return;
        }
        document.path("items").forEach(AutomationsCommand::print);
    }

    private static void print(JsonNode one) {
        String triggers = one.path("triggers")
                .valueStream()
                .map(it -> it.path("message").asString(""))
                .collect(Collectors.joining(", "));
        System.out.printf(
                "%-28s %-8s runs today %s, waiting %d, not wanted %d, begins with %s%n",
                one.path("id").asString(""),
                one.path("state").asString(""),
                one.path("runsToday").isNumber() ? one.path("runsToday").asString("") : "?",
                one.path("waiting").asLong(),
                one.path("unwanted").asLong(),
                triggers);
        List<String> why =
                List.of(one.path("changedBy").asString(""), one.path("reason").asString(""));
        if (!why.getFirst().isEmpty()) {
            System.out.printf("    by %s%s%n", why.getFirst(), why.getLast().isEmpty() ? "" : ": " + why.getLast());
        }
    }
}
