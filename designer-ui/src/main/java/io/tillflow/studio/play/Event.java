package io.tillflow.studio.play;

import io.tillflow.sandbox.SandboxRecord;
import java.time.Instant;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Something that happened on the sandbox engine. */
record Event(long position, long key, Instant time, String valueType, String intent, JsonNode value) {
    private static final JsonMapper JSON = new JsonMapper();

    static Event of(SandboxRecord record) {
        return new Event(
                record.position(),
                record.key(),
                record.time(),
                record.valueType(),
                record.intent(),
                JSON.readTree(record.value()));
    }

    boolean is(String type, String wanted) {
        return valueType.equals(type) && intent.equals(wanted);
    }

    String text(String field) {
        return value.path(field).asString("");
    }

    long number(String field) {
        return value.path(field).asLong(0);
    }
}
