package io.tillflow.connectors.schedules;

import io.tillflow.connectors.intake.EventView;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A schedule as people see it.
 *
 * @param next the next due instants; none while it is paused
 * @param leftOut due instants that were missed and not made up for
 * @param begins the processes that its message begins
 * @param latest the last event that it made
 */
record ScheduleView(
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
        @Nullable EventView latest,
        Instant changedAt,
        String changedBy) {}
