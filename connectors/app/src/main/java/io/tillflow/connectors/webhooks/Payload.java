package io.tillflow.connectors.webhooks;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a provider sent, read with errors that name what was expected. */
final class Payload {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Payload() {}

    static JsonNode parse(byte[] body) {
        try {
            return JSON.readTree(body);
        } catch (JacksonException expected) {
            throw new IllegalArgumentException("expected a webhook in JSON");
        }
    }

    static String text(JsonNode node, String name) {
        JsonNode value = node.path(name);
        if (!value.isString()) {
            throw new IllegalArgumentException("expected " + name + " in the webhook to be a text");
        }
        return value.stringValue();
    }

    static Instant instant(JsonNode node, String name) {
        try {
            return Instant.parse(text(node, name));
        } catch (DateTimeParseException expected) {
            throw new IllegalArgumentException("expected " + name + " in the webhook to be an instant");
        }
    }
}
