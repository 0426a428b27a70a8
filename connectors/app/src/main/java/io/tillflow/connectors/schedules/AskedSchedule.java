package io.tillflow.connectors.schedules;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A schedule as somebody asks for it, not yet checked. */
record AskedSchedule(
        @Nullable String cron,
        @Nullable String zone,
        @Nullable String misfire,
        @Nullable String message,
        @Nullable JsonNode data,
        boolean paused,
        @Nullable String by) {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int LARGEST_DATA = 20_000;

    Schedule schedule(String id, Instant now) {
        Timetable timetable = timetable();
        return new Schedule(
                id,
                timetable.cron(),
                timetable.zone().getId(),
                Misfire.of(misfire == null ? "once" : misfire).word(),
                given("message", message),
                variables(),
                paused,
                null,
                null,
                0,
                now,
                given("by", by));
    }

    Timetable timetable() {
        return Timetable.of(given("cron", cron), given("zone", zone));
    }

    private String variables() {
        JsonNode variables = data == null || data.isNull() ? JSON.createObjectNode() : data;
        String text = JSON.writeValueAsString(variables);
        if (!variables.isObject() || text.length() > LARGEST_DATA) {
            throw new IllegalArgumentException("data must be a JSON object of at most " + LARGEST_DATA + " characters");
        }
        return text;
    }

    private static String given(String name, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException(name + " must be given");
        }
        return value;
    }
}
