package io.tillflow.studio.instances;

import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** JSON for people. */
public final class Json {

    private static final JsonMapper PRETTY =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private Json() {}

    public static String pretty(JsonNode value) {
        return value.isContainer() && !value.isEmpty() ? PRETTY.writeValueAsString(value) : value.toString();
    }

    /** The value, when the text is JSON. */
    public static Optional<JsonNode> parse(String text) {
        try {
            return Optional.of(PRETTY.readTree(text)).filter(it -> !it.isMissingNode());
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    /** The object that is written, if one is, with a value put in. */
    static ObjectNode with(String written, String name, JsonNode value) {
        ObjectNode object = parse(written)
                .filter(ObjectNode.class::isInstance)
                .map(ObjectNode.class::cast)
                .orElseGet(PRETTY::createObjectNode);
        object.set(name, value);
        return object;
    }

    static String object(String name, JsonNode value) {
        return PRETTY.createObjectNode().set(name, value).toString();
    }
}
