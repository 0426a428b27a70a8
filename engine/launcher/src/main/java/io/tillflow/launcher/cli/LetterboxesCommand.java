package io.tillflow.launcher.cli;

import io.tillflow.launcher.remote.Studio;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code tillflow automations letterboxes}: mailboxes whose letters begin processes, and changing them. */
@Command(
        name = "letterboxes",
        description = {
            "Lists the letterboxes: where each is, how it does, what its message begins, what became of its last letter.",
            "With an id and what to do: set (needs --host, --login and --message; its password is a secret), letters, look (within a second or two), pause, resume or delete."
        },
        mixinStandardHelpOptions = true)
final class LetterboxesCommand extends TriggerCommand {
    private static final List<String> KEPT = List.of(
            "host",
            "port",
            "security",
            "login",
            "folder",
            "message",
            "takes",
            "mostText",
            "automatic",
            "ordersToSupport",
            "everySeconds");

    @Option(names = "--host", paramLabel = "NAME", description = "For instance imap.example.com.")
    private @Nullable String host;

    @Option(names = "--port", paramLabel = "N", description = "993 for tls, else 143.")
    private @Nullable Integer port;

    @Option(names = "--security", paramLabel = "tls|starttls|none", description = "How it is spoken to (tls).")
    private @Nullable String security;

    @Option(names = "--login", paramLabel = "NAME", description = "Often the address itself.")
    private @Nullable String login;

    @Option(names = "--folder", paramLabel = "NAME", description = "Which folder is looked into (INBOX).")
    private @Nullable String folder;

    @Option(names = "--message", paramLabel = "NAME", description = "What its letters are called.")
    private @Nullable String message;

    @Option(
            names = "--takes",
            paramLabel = "PART",
            split = ",",
            description = "What the process sees of a letter: from, subject, text, attachments (from,subject,text).")
    private @Nullable List<String> takes;

    @Option(names = "--most-text", paramLabel = "N", description = "Characters of a letter that are taken (4000).")
    private @Nullable Integer mostText;

    @Option(names = "--automatic", description = "Also letters that no person wrote.")
    private boolean automatic;

    @Option(
            names = "--orders-to-support",
            description = "Letters about an order of their sender reach its conversation instead.")
    private boolean ordersToSupport;

    @Option(names = "--every", paramLabel = "SECONDS", description = "How often it is looked into (60).")
    private @Nullable Integer everySeconds;

    @Option(names = "--paused", description = "Set it without looking into it yet.")
    private boolean paused;

    LetterboxesCommand() {
        super("letterboxes");
    }

    @Override
    int act(Studio studio, String path, String what) {
        switch (what) {
            case "letters" ->
                print(
                        "letters",
                        studio.get(path + "/letters").document().path("items"),
                        LetterboxesCommand::printLetter);
            case "look" -> showOne(studio.act(path + "/look", once()));
            case "pause", "resume" ->
                showOne(studio.put(path, resting(studio.get(path).document(), what.equals("pause"))));
            default -> throw wrong("expected set, letters, look, pause, resume or delete, but got '" + what + "'");
        }
        return 0;
    }

    @Override
    ObjectNode asked() {
        ObjectNode asked = document();
        asked.put("host", host).put("port", port).put("security", security).put("login", login);
        asked.put("folder", folder).put("message", message).put("mostText", mostText);
        asked.put("automatic", automatic).put("ordersToSupport", ordersToSupport);
        asked.put("everySeconds", everySeconds).put("paused", paused);
        if (takes != null) {
            takes.forEach(asked.putArray("takes")::add);
        }
        return asked;
    }

    /** As it is, but for whether it rests. */
    private static ObjectNode resting(JsonNode one, boolean rests) {
        ObjectNode asked = document();
        KEPT.forEach(name -> asked.set(name, one.path(name)));
        return asked.put("paused", rests);
    }

    private static void printLetter(JsonNode one) {
        System.out.printf(
                "%-26s %-10s %s: %s%n    %s%n",
                one.path("at").asString(""),
                one.path("outcome").asString(""),
                one.path("sender").asString(""),
                one.path("subject").asString(""),
                one.path("explanation").asString(""));
    }

    @Override
    void print(JsonNode one) {
        System.out.printf(
                "%-20s %s at %s:%d (%s), %s, %s, message %s begins %s%n",
                one.path("id").asString(""),
                one.path("login").asString(""),
                one.path("host").asString(""),
                one.path("port").asInt(0),
                one.path("security").asString(""),
                one.path("folder").asString(""),
                state(one),
                one.path("message").asString(""),
                begins(one));
        if (!one.path("password").asBoolean(false)) {
            System.out.println("    its password is missing: an administrator sets the secret "
                    + one.path("secretName").asString("") + " in the studio");
        }
        if (!one.path("trouble").asString("").isEmpty()) {
            System.out.println("    cannot look: " + one.path("trouble").asString(""));
        }
        printLatest(one, "receivedAt");
    }

    private static String state(JsonNode one) {
        if (one.path("paused").asBoolean(false)) {
            return "paused";
        }
        String looked = one.path("lookedAt").asString("");
        return looked.isEmpty() ? "not looked into yet" : "looked into " + looked;
    }
}
