package io.tillflow.studio.changes;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Compares two versions of a form, field by field. */
final class FormDiff {
    private static final JsonMapper JSON = new JsonMapper();

    private FormDiff() {}

    static Changes between(String before, String after) {
        Map<String, JsonNode> then = fields(JSON.readTree(before));
        Map<String, JsonNode> now = fields(JSON.readTree(after));
        List<Changes.Change> changed = new ArrayList<>();
        then.forEach((id, field) -> {
            if (now.containsKey(id)) {
                ModelDiff.compare(id, properties(field), properties(now.get(id)), "", changed);
            }
        });
        return new Changes(missing(now, then), missing(then, now), changed);
    }

    private static List<Changes.Part> missing(Map<String, JsonNode> of, Map<String, JsonNode> in) {
        return of.entrySet().stream()
                .filter(field -> !in.containsKey(field.getKey()))
                .map(field -> new Changes.Part(
                        field.getKey(),
                        field.getValue().path("type").asString(""),
                        field.getValue().path("label").asString("")))
                .toList();
    }

    /** The form itself under its id, and each of its fields. */
    private static Map<String, JsonNode> fields(JsonNode form) {
        Map<String, JsonNode> fields = new LinkedHashMap<>();
        add(form, "form", fields);
        return fields;
    }

    private static void add(JsonNode node, String fallback, Map<String, JsonNode> fields) {
        String id = node.path("id").asString(node.path("key").asString(fallback));
        fields.putIfAbsent(id, node);
        int index = 0;
        for (JsonNode inner : node.path("components")) {
            add(inner, id + "/" + index++, fields);
        }
    }

    private static Map<String, String> properties(JsonNode node) {
        Map<String, String> properties = new LinkedHashMap<>();
        node.properties().forEach(entry -> {
            if (!entry.getKey().equals("components")) {
                collect(entry.getKey(), entry.getValue(), properties);
            }
        });
        return properties;
    }

    private static void collect(String path, JsonNode value, Map<String, String> properties) {
        if (value.isObject()) {
            value.properties().forEach(entry -> collect(path + "/" + entry.getKey(), entry.getValue(), properties));
        } else {
            properties.put(path, value.isString() ? value.asString() : value.toString());
        }
    }
}
