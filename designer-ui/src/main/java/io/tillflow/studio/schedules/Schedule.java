package io.tillflow.studio.schedules;

import io.tillflow.studio.automations.TimedTrigger;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A schedule and how it does.
 *
 * @param misfire skip, once or all: what becomes of due instants that passed while the suite was down
 * @param data the message's variables beside {@code schedule}
 * @param next the next due instants; none while it is paused
 * @param begins the processes that its message begins
 */
public record Schedule(
        String id,
        String cron,
        String zone,
        String misfire,
        String message,
        JsonNode data,
        boolean paused,
        List<Instant> next,
        @Nullable Instant lastDue,
        long leftOut,
        List<String> begins,
        @Nullable Firing latest,
        Instant changedAt,
        String changedBy)
        implements TimedTrigger {

    /** An event that it made, and what became of it. */
    public record Firing(
            String id,
            String state,
            String explanation,
            Instant time,
            Instant receivedAt,
            @Nullable Long processInstanceKey) {}

    /** A schedule as somebody asks for it; what is missing is refused by name. */
    public record Asked(
            @Nullable String cron,
            @Nullable String zone,
            @Nullable String misfire,
            @Nullable String message,
            @Nullable JsonNode data,
            @Nullable Boolean paused) {}

    Asked asked(boolean nowPaused) {
        return new Asked(cron, zone, misfire, message, data, nowPaused);
    }
}
