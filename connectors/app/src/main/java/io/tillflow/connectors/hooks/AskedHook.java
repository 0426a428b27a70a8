package io.tillflow.connectors.hooks;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A webhook as somebody asks for it, not yet checked. */
record AskedHook(
        @Nullable String message,
        @Nullable String signing,
        @Nullable String header,
        @Nullable String idFrom,
        @Nullable String subjectFrom,
        @Nullable Map<String, @Nullable String> variables,
        @Nullable Integer perMinute,
        @Nullable String by) {
    private static final int USUAL_RATE = 60;

    Hook hook(String id, Instant now) {
        Signing how = Signing.of(signing == null ? "tillflow" : signing);
        return new Hook(
                id,
                given("message", message),
                how,
                header == null || header.isBlank() ? how.usualHeader() : header.strip(),
                place(idFrom),
                place(subjectFrom),
                places(),
                perMinute == null ? USUAL_RATE : perMinute,
                now,
                given("by", by));
    }

    private Map<String, String> places() {
        Map<String, String> places = new HashMap<>();
        if (variables != null) {
            variables.forEach((name, place) -> places.put(name, place == null ? "" : place));
        }
        return places;
    }

    private static @Nullable String place(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    private static String given(String name, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException(name + " must be given");
        }
        return value;
    }
}
