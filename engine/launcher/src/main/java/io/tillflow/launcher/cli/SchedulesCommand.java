package io.tillflow.launcher.cli;

import io.tillflow.launcher.remote.Studio;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code tillflow automations schedules}: what comes at its time, and changing that. */
@Command(
        name = "schedules",
        description = {
            "Lists the schedules: when each is due next, what its message begins, what became of its last event.",
            "With an id and what to do: set (needs --cron, --zone and --message), run (makes its event now), pause, resume or delete."
        },
        mixinStandardHelpOptions = true)
final class SchedulesCommand extends TriggerCommand {
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

    SchedulesCommand() {
        super("schedules");
    }

    @Override
    int act(Studio studio, String path, String what) {
        switch (what) {
            case "pause", "resume" -> showOne(studio.act(path + "/" + what, once()));
            case "run" -> {
                JsonNode event = studio.act(path + "/run", once());
                print(event, "made the event " + event.path("event").asString(""));
            }
            default -> throw wrong("expected set, run, pause, resume or delete, but got '" + what + "'");
        }
        return 0;
    }

    @Override
    ObjectNode asked() {
        ObjectNode asked = document();
        asked.put("cron", cron).put("zone", zone).put("message", message).put("misfire", misfire);
        asked.set("data", parsed("--variables", data));
        return asked;
    }

    @Override
    void print(JsonNode one) {
        System.out.printf(
                "%-24s %-20s %-16s %s, message %s begins %s%n",
                one.path("id").asString(""),
                one.path("cron").asString(""),
                one.path("zone").asString(""),
                one.path("paused").asBoolean()
                        ? "paused"
                        : "next " + one.path("next").path(0).asString("never"),
                one.path("message").asString(""),
                begins(one));
        printLatest(one, "time");
    }
}
