package io.tillflow.launcher.cli;

import io.tillflow.launcher.remote.Studio;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code tillflow automations webhooks}: addresses that others call, and changing them. */
@Command(
        name = "webhooks",
        description = {
            "Lists the webhooks: where each is called, what its message begins, what became of its last event.",
            "With an id and what to do: set (needs --message; prints a new one's secret this once), calls, test (sends --payload), secret (a new one) or delete."
        },
        mixinStandardHelpOptions = true)
final class WebhooksCommand extends TriggerCommand {
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

    WebhooksCommand() {
        super("webhooks");
    }

    @Override
    int act(Studio studio, String path, String what) {
        switch (what) {
            case "secret" -> showOne(studio.act(path + "/secret", once()));
            case "calls" ->
                print("calls", studio.get(path + "/deliveries").document().path("items"), WebhooksCommand::printCall);
            case "test" -> {
                return test(studio.postJson(path + "/test", parsed("--payload", payload)));
            }
            default -> throw wrong("expected set, calls, test, secret or delete, but got '" + what + "'");
        }
        return 0;
    }

    @Override
    ObjectNode asked() {
        ObjectNode asked = document();
        asked.put("message", message).put("signing", signing).put("header", header);
        asked.put("idFrom", idFrom).put("subjectFrom", subjectFrom).put("perMinute", perMinute);
        ObjectNode places = asked.putObject("variables");
        variables.forEach(places::put);
        return asked;
    }

    /** 0 when it was taken. */
    private int test(JsonNode tried) {
        print(tried, tried.path("explanation").asString(""));
        return tried.path("event").isString() ? 0 : 1;
    }

    private static void printCall(JsonNode one) {
        System.out.printf(
                "%-26s %-12s %s%n    %s%n",
                one.path("at").asString(""),
                one.path("outcome").asString(""),
                one.path("explanation").asString(""),
                one.path("payload").asString(""));
    }

    @Override
    void print(JsonNode one) {
        System.out.printf(
                "%-24s %s%n    %s in %s, message %s begins %s%n",
                one.path("id").asString(""),
                one.path("url").asString(""),
                one.path("signing").asString(""),
                one.path("header").asString(""),
                one.path("message").asString(""),
                begins(one));
        if (one.path("secret").isString()) {
            System.out.printf(
                    "    secret, shown this once: %s%n", one.path("secret").asString(""));
        }
        printLatest(one, "receivedAt");
    }
}
