package io.tillflow.studio.patterns;

import io.tillflow.studio.automations.TimedTrigger;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A pattern and how it does.
 *
 * @param unit count, money (minor units of the currency) or percent
 * @param each shop or sku
 * @param span quarter-hour, hour, day or week
 * @param compare above or below the bound, or unusual, unusually-high or unusually-low by so many robust deviations
 * @param trouble why the last look saw nothing
 * @param begins the processes that its message begins
 */
public record Pattern(
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
        @Nullable Made latest,
        Instant changedAt,
        String changedBy)
        implements TimedTrigger {

    /** An event that it made, and what became of it. */
    public record Made(
            String id,
            String state,
            String explanation,
            Instant time,
            Instant receivedAt,
            @Nullable Long processInstanceKey) {}

    /** A pattern as somebody asks for it; what is missing is refused by name. */
    public record Asked(
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
            @Nullable Boolean paused) {}

    /** When a rule would have been seen: how often, and the newest times, the newest first. */
    public record Past(
            long days, int times, String unit, @Nullable String currency, List<Sighting> items) {}

    /** A window out of bounds; the subject is an SKU or, for the whole shop, empty. */
    public record Sighting(
            String subject,
            Instant from,
            Instant to,
            double value,
            @Nullable Double low,
            @Nullable Double high) {}

    /** What can be watched. */
    public record Choice(String metric, String unit, boolean perSku, boolean share) {}

    /** All that can be watched. */
    public record Choices(@Nullable String currency, List<Choice> items) {}

    Asked asked(boolean nowPaused) {
        return new Asked(
                metric, each, span, zone, compare, bound, fewest, restHours, misfire, message, data, nowPaused);
    }
}
