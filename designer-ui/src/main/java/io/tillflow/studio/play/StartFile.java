package io.tillflow.studio.play;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What a play can begin with, as a JSON file beside its model: a name for people, and a start as scenarios have it. */
public record StartFile(String title, Step.Start start) {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int LARGEST = 256 * 1024;
    private static final int LONGEST_TITLE = 120;

    public StartFile {
        if (title.isBlank() || title.length() > LONGEST_TITLE) {
            throw new ScenarioRefused("Data to begin with needs a name of at most " + LONGEST_TITLE + " letters.");
        }
    }

    /** Reads {@code {"name": ..., "start": {"message", "process" or "signal": ..., "key": ..., "variables": {...}}}}. */
    static StartFile read(String file, String text) {
        check(file, text);
        JsonNode tree = tree(file, text);
        JsonNode start = tree.path("start");
        ObjectNode step = JSON.createObjectNode();
        step.set("start", start);
        if (!start.isObject() || !(ScenarioFile.step(step) instanceof Step.Start read)) {
            throw new ScenarioRefused(file + ": expected a name and a start.");
        }
        return new StartFile(tree.path("name").asString(""), read);
    }

    /** Neither what comes nor what is kept of it, laid out for people, is too large to be read again. */
    static void check(String file, String text) {
        if (text.length() > LARGEST) {
            throw new ScenarioRefused(
                    file + ": data to begin with has at most " + LARGEST / 1024 + " kB, laid out for people.");
        }
    }

    private static JsonNode tree(String file, String text) {
        try {
            return JSON.readTree(text);
        } catch (JacksonException unreadable) {
            throw new ScenarioRefused(file + ": this is not readable JSON.");
        }
    }

    /** The file's text; the same for the same data. */
    String text() {
        ObjectNode tree = JSON.createObjectNode().put("name", title);
        ObjectNode begin = tree.putObject("start");
        put(begin, "message", start.message());
        put(begin, "process", start.process());
        put(begin, "signal", start.signal());
        put(begin, "key", start.key());
        begin.set("variables", start.variables());
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(tree) + "\n";
    }

    private static void put(ObjectNode node, String name, @Nullable String value) {
        if (value != null) {
            node.put(name, value);
        }
    }
}
