package io.tillflow.launcher.cli;

import java.io.PrintStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Prints what a studio answered, with the fields that scripts rely on, whatever else it holds. */
final class Documents {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Documents() {}

    static ObjectNode withLists(JsonNode answer, String... names) {
        ObjectNode document = JSON.createObjectNode();
        for (String name : names) {
            document.set(name, answer.path(name).isArray() ? answer.get(name) : JSON.createArrayNode());
        }
        answer.properties().forEach(field -> {
            if (!document.has(field.getKey())) {
                document.set(field.getKey(), field.getValue());
            }
        });
        return document;
    }

    static void print(PrintStream out, JsonNode document) {
        out.println(JSON.writerWithDefaultPrettyPrinter().writeValueAsString(document));
        out.flush();
    }

    /** For example {@code order.bpmn#pay: Payment has no type}. */
    static String line(JsonNode finding) {
        String element = finding.path("elementId").asString("");
        String place = finding.path("file").asString("") + (element.isEmpty() ? "" : "#" + element);
        return (place.isEmpty() ? "" : place + ": ") + finding.path("message").asString("");
    }
}
