package io.tillflow.connectors.intake;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads a batch and names the first event that is malformed. */
final class EventReader {
    private static final int LARGEST_BATCH = 100;
    private static final JsonMapper JSON = new JsonMapper();

    private EventReader() {}

    static List<Event> read(byte[] body) {
        JsonNode batch = parse(body);
        if (!batch.isArray() || batch.isEmpty() || batch.size() > LARGEST_BATCH) {
            throw new MalformedEvent("expected an array of 1 to " + LARGEST_BATCH + " events");
        }
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < batch.size(); i++) {
            events.add(event(batch.get(i), i));
        }
        return events;
    }

    private static JsonNode parse(byte[] body) {
        try {
            return JSON.readTree(body);
        } catch (JacksonException e) {
            throw new MalformedEvent(
                    "expected JSON, but it ends or breaks at " + e.getLocation().offsetDescription());
        }
    }

    private static Event event(JsonNode node, int index) {
        try {
            JsonNode data = node.path("data");
            if (!data.isObject()) {
                throw new IllegalArgumentException("data must be an object");
            }
            return new Event(
                    text(node, "source"),
                    text(node, "id"),
                    text(node, "type"),
                    text(node, "subject"),
                    time(node),
                    JSON.writeValueAsString(data));
        } catch (IllegalArgumentException e) {
            String id = node.path("id").isString() ? node.path("id").stringValue() : "without id";
            throw new MalformedEvent("event " + index + " (" + id + "): " + e.getMessage());
        }
    }

    private static String text(JsonNode node, String name) {
        JsonNode value = node.path(name);
        if (!value.isString()) {
            throw new IllegalArgumentException(name + " must be a text");
        }
        return value.stringValue();
    }

    private static Instant time(JsonNode node) {
        try {
            return OffsetDateTime.parse(text(node, "time")).toInstant();
        } catch (DateTimeException expected) {
            throw new IllegalArgumentException("time must be an instant like 2026-01-31T09:30:00Z");
        }
    }

    /** A batch that is refused as a whole. */
    static final class MalformedEvent extends RuntimeException {
        private static final long serialVersionUID = 1L;

        MalformedEvent(String message) {
            super(message);
        }
    }
}
