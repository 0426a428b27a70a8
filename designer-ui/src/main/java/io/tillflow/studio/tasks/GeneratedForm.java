package io.tillflow.studio.tasks;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A form for a task without one: fields for what the next gateways ask, and below them what is known, to read only. */
final class GeneratedForm {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int FACTS = 20;

    private GeneratedForm() {}

    static ObjectNode of(Map<String, JsonNode> variables, Collection<Asked> asked) {
        ObjectNode form = JSON.createObjectNode().put("type", "default").put("schemaVersion", 16);
        ArrayNode components = form.putArray("components");
        asked.forEach(it -> components.add(field(it)));
        var names = asked.stream().map(Asked::name).collect(Collectors.toSet());
        new TreeMap<>(variables)
                .entrySet().stream()
                        .filter(it ->
                                it.getValue().isValueNode() && !it.getValue().isNull())
                        .filter(it -> !names.contains(it.getKey()))
                        .limit(FACTS)
                        .forEach(it -> components.add(fact(it.getKey(), it.getValue())));
        return form;
    }

    private static ObjectNode field(Asked asked) {
        return switch (asked.kind()) {
            case YES_NO -> component("checkbox", asked.name());
            case NUMBER -> required(component("number", asked.name()));
            case CHOICE -> asked.options().size() < 2 ? required(component("textfield", asked.name())) : choice(asked);
        };
    }

    private static ObjectNode choice(Asked asked) {
        ObjectNode radio = required(component("radio", asked.name()));
        ArrayNode values = radio.putArray("values");
        asked.options().forEach(it -> values.addObject().put("value", it).put("label", words(it)));
        return radio;
    }

    /** Disabled, so that completing the task writes nothing back. */
    private static ObjectNode fact(String name, JsonNode value) {
        String type = value.isBoolean() ? "checkbox" : value.isNumber() ? "number" : "textfield";
        return component(type, name).put("disabled", true);
    }

    private static ObjectNode component(String type, String name) {
        return JSON.createObjectNode()
                .put("type", type)
                .put("id", "field-" + name)
                .put("key", name)
                .put("label", words(name));
    }

    private static ObjectNode required(ObjectNode component) {
        component.putObject("validate").put("required", true);
        return component;
    }

    /** "orderTotal" and "order-total" are "Order total". */
    private static String words(String name) {
        String spaced = name.replaceAll("([a-z])([A-Z])", "$1 $2")
                .replaceAll("[_-]+", " ")
                .strip();
        return spaced.isEmpty()
                ? name
                : spaced.substring(0, 1).toUpperCase(Locale.ROOT)
                        + spaced.substring(1).toLowerCase(Locale.ROOT);
    }
}
