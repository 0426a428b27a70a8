package io.tillflow.connectors.hooks;

import io.tillflow.connectors.intake.Event;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Makes an event of a webhook's payload: which, about what, and what of it the process sees. */
final class Payload {
    /** Who tells these events. */
    static final String SOURCE = "webhook";

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int LONGEST_ID = 100;

    private Payload() {}

    /** Throws with a sentence when the payload lacks what the webhook needs. */
    static Event event(Hook hook, Call call, Instant now) {
        JsonNode payload = parse(call.body());
        String told = told(hook, call, payload);
        String id = hook.id() + "/" + (call.byHand() ? "test-" + UUID.randomUUID() : told);
        String subject = hook.subjectFrom() == null ? id : word(payload, hook.subjectFrom());
        ObjectNode data = JSON.createObjectNode();
        hook.variables().forEach((name, place) -> {
            JsonNode value = payload.at(place);
            data.set(name, value.isMissingNode() ? JSON.nullNode() : value);
        });
        data.set("webhook", JSON.valueToTree(Map.of("id", hook.id(), "event", id, "byHand", call.byHand())));
        return new Event(SOURCE, id, hook.message(), subject, now, JSON.writeValueAsString(data));
    }

    private static JsonNode parse(byte[] body) {
        try {
            JsonNode payload = JSON.readTree(body);
            if (payload.isObject() || payload.isArray()) {
                return payload;
            }
        } catch (JacksonException notJson) {
            // the sentence below says what was expected
        }
        throw new IllegalArgumentException("expected the payload to be a JSON object or array");
    }

    private static String told(Hook hook, Call call, JsonNode payload) {
        String told = hook.idFrom() == null ? digest(call.body()) : word(payload, hook.idFrom());
        return told.length() <= LONGEST_ID ? told : digest(told.getBytes(StandardCharsets.UTF_8));
    }

    private static String word(JsonNode payload, String place) {
        JsonNode value = payload.at(place);
        @Nullable String word = value.isString() || value.isIntegralNumber() ? value.asString() : null;
        if (word == null || word.isBlank()) {
            throw new IllegalArgumentException("expected " + (place.isEmpty() ? "the payload" : place)
                    + " in the payload to be a text or a whole number");
        }
        return word;
    }

    private static String digest(byte[] body) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
