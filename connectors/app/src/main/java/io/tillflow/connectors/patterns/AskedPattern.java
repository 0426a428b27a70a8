package io.tillflow.connectors.patterns;

import io.tillflow.connectors.schedules.Misfire;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A pattern as somebody asks for it, not yet checked. */
record AskedPattern(
        @Nullable String metric,
        @Nullable String each,
        @Nullable String span,
        @Nullable String zone,
        @Nullable String compare,
        @Nullable Double bound,
        @Nullable Integer fewest,
        @Nullable Integer restHours,
        @Nullable String misfire,
        @Nullable String message,
        @Nullable JsonNode data,
        @Nullable Boolean paused,
        @Nullable String by) {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int LARGEST_DATA = 20_000;
    private static final double USUAL_DEVIATIONS = 4.5;
    private static final int USUAL_FEWEST = 10;

    Pattern pattern(String id, Instant now) {
        Rule rule = rule();
        return new Pattern(
                id,
                rule,
                Misfire.of(misfire == null ? "once" : misfire),
                given("message", message),
                variables(),
                Boolean.TRUE.equals(paused),
                rule.span().floor(now, rule.zone()),
                null,
                null,
                0,
                now,
                given("by", by));
    }

    Rule rule() {
        Metric watched = Metric.of(given("metric", metric));
        Compare comparison = Compare.of(given("compare", compare));
        if (bound == null && !comparison.withItsPast()) {
            throw new IllegalArgumentException("bound must be given");
        }
        return new Rule(
                watched,
                each == null ? Rule.SHOP : each,
                Span.of(given("span", span)),
                Rule.zone(given("zone", zone)),
                comparison,
                bound == null ? USUAL_DEVIATIONS : bound,
                fewest == null ? USUAL_FEWEST : fewest,
                restHours == null ? 0 : restHours);
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
