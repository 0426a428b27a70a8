package io.tillflow.studio.documents;

import io.tillflow.studio.lint.ModelFile;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every field of a form: how it is called, what it holds and what is asked of an answer. */
final class FormChapter {
    private static final JsonMapper JSON = new JsonMapper();

    private final Html html;

    FormChapter(Html html) {
        this.html = html;
    }

    void write(ModelFile file) {
        JsonNode form = JSON.readTree(file.text());
        String id = form.path("id").asString(file.name());
        html.element("h2", "id=\"form-" + Html.escaped(id) + "\"", "Form: " + id);
        List<List<String>> rows = new ArrayList<>();
        fields(form.path("components"), rows);
        html.table(List.of("Field", "Key", "Kind", "Rules", "Note"), rows);
    }

    private void fields(JsonNode components, List<List<String>> rows) {
        for (JsonNode field : components) {
            String type = field.path("type").asString("");
            String text = field.path("label").asString(field.path("text").asString(""));
            if (!type.equals("button") && !type.equals("separator") && !type.equals("spacer")) {
                rows.add(List.of(
                        text,
                        field.path("key").asString(""),
                        type,
                        rules(field),
                        field.path("description").asString("")));
            }
            fields(field.path("components"), rows);
        }
    }

    private static String rules(JsonNode field) {
        List<String> rules = new ArrayList<>();
        field.path("validate").propertyStream().forEach(rule -> {
            String value = rule.getValue().asString("");
            rules.add(value.equals("true") ? rule.getKey() : rule.getKey() + " " + value);
        });
        List<String> choices = new ArrayList<>();
        field.path("values").forEach(choice -> choices.add(choice.path("value").asString("")));
        if (!choices.isEmpty()) {
            rules.add("one of " + String.join(", ", choices));
        }
        return String.join("; ", rules);
    }
}
