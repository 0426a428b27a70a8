package io.tillflow.launcher.cli;

import io.tillflow.launcher.remote.Studio;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code tillflow automations patterns}: what is watched for, and changing that. */
@Command(
        name = "patterns",
        description = {
            "Lists the patterns: what each watches for, what its message begins, what became of its last event.",
            "With an id and what to do: set (needs --metric, --span, --zone, --compare and --message), past (when it would have been seen in the last 90 days,",
            "of what is kept or, with --metric, of the options given), run (makes its event now), pause, resume or delete."
        },
        mixinStandardHelpOptions = true)
final class PatternsCommand extends TriggerCommand {
    @Option(
            names = "--metric",
            paramLabel = "NAME",
            description =
                    "orders, revenue, average-basket, units-sold, cancellations, cancelled-share, declined-payments, returns, refunds, stock-outs or support-messages.")
    private @Nullable String metric;

    @Option(
            names = "--each",
            paramLabel = "shop|sku",
            description = "Whether each article is watched by itself (shop).")
    private @Nullable String each;

    @Option(names = "--span", paramLabel = "SPAN", description = "quarter-hour, hour, day or week.")
    private @Nullable String span;

    @Option(names = "--zone", paramLabel = "ZONE", description = "For instance Europe/Berlin.")
    private @Nullable String zone;

    @Option(
            names = "--compare",
            paramLabel = "HOW",
            description = "above, below, unusual, unusually-high or unusually-low.")
    private @Nullable String compare;

    @Option(
            names = "--bound",
            paramLabel = "NUMBER",
            description = "Money in minor units; for unusual ones the robust deviations (4.5).")
    private @Nullable Double bound;

    @Option(names = "--fewest", paramLabel = "N", description = "Orders that a share or average needs (10).")
    private @Nullable Integer fewest;

    @Option(names = "--rest", paramLabel = "HOURS", description = "Not seen again for so long after it was seen (0).")
    private @Nullable Integer restHours;

    @Option(names = "--message", paramLabel = "NAME", description = "What its events are called.")
    private @Nullable String message;

    @Option(names = "--misfire", paramLabel = "once|all|skip", description = "What becomes of missed windows (once).")
    private @Nullable String misfire;

    @Option(
            names = "--variables",
            paramLabel = "JSON",
            defaultValue = "{}",
            description = "Variables each event brings.")
    private String data = "{}";

    PatternsCommand() {
        super("patterns");
    }

    @Override
    int act(Studio studio, String path, String what) {
        switch (what) {
            case "pause", "resume" -> showOne(studio.act(path + "/" + what, once()));
            case "past" -> past(studio, path);
            case "run" -> {
                JsonNode event = studio.act(path + "/run", once());
                print(event, "made the event " + event.path("event").asString(""));
            }
            default -> throw wrong("expected set, past, run, pause, resume or delete, but got '" + what + "'");
        }
        return 0;
    }

    private void past(Studio studio, String path) {
        JsonNode rule = metric == null ? studio.get(path).document() : asked();
        JsonNode past = studio.postJson("/api/v1/patterns/preview", rule);
        StringBuilder text = new StringBuilder("seen %d times in the last %d days"
                .formatted(past.path("times").asLong(), past.path("days").asLong()));
        past.path("items")
                .forEach(it -> text.append("%n    %s %s was %s"
                        .formatted(
                                it.path("from").asString(""),
                                it.path("subject").asString(""),
                                it.path("value").asString(""))));
        print(past, text.toString());
    }

    @Override
    ObjectNode asked() {
        ObjectNode asked = document();
        asked.put("metric", metric).put("each", each).put("span", span).put("zone", zone);
        asked.put("compare", compare).put("bound", bound).put("fewest", fewest).put("restHours", restHours);
        asked.put("message", message).put("misfire", misfire);
        asked.set("data", parsed("--variables", data));
        return asked;
    }

    @Override
    void print(JsonNode one) {
        System.out.printf(
                "%-24s %s of each %s, each %s: %s %s%s, message %s begins %s%n",
                one.path("id").asString(""),
                one.path("metric").asString(""),
                one.path("each").asString(""),
                one.path("span").asString(""),
                one.path("compare").asString(""),
                one.path("bound").asString(""),
                one.path("paused").asBoolean() ? ", paused" : "",
                one.path("message").asString(""),
                begins(one));
        if (!one.path("trouble").asString("").isEmpty()) {
            System.out.println("    cannot look: " + one.path("trouble").asString(""));
        }
        printLatest(one, "time");
    }
}
