package io.tillflow.studio.roundtrip;

import io.tillflow.studio.markup.Losses;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Forms are JSON, which the form editor keeps whole; only the way it is laid out on the page becomes ours. */
final class Forms {
    private static final JsonMapper JSON = new JsonMapper();

    private Forms() {}

    static Fidelity.Roundtrip roundtrip(String source) {
        JsonNode form = JSON.readTree(source);
        String text = JSON.writerWithDefaultPrettyPrinter().writeValueAsString(form) + "\n";
        Losses none = new Losses(List.of(), List.of(), List.of());
        int fields = form.path("components").size();
        return new Fidelity.Roundtrip(text, none, none, List.of(), fields, fields);
    }
}
