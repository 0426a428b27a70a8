package io.tillflow.connectors.patterns;

import io.tillflow.connectors.intake.EventView;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A pattern as people see it.
 *
 * @param unit what its values are: count, money (minor units) or percent
 * @param currency of money; null for other units, and while the shop cannot be asked
 * @param trouble why the last look saw nothing
 * @param leftOut what was seen beyond the most a look tells
 * @param begins the processes that its message begins
 * @param latest the last event that it made
 */
record PatternView(
        String id,
        String metric,
        String unit,
        @Nullable String currency,
        String each,
        String span,
        String zone,
        String compare,
        double bound,
        int fewest,
        int restHours,
        String misfire,
        String message,
        JsonNode data,
        boolean paused,
        @Nullable Instant lookedAt,
        @Nullable String trouble,
        long leftOut,
        List<String> begins,
        @Nullable EventView latest,
        Instant changedAt,
        String changedBy) {}
