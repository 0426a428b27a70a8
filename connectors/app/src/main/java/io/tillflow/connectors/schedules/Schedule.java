package io.tillflow.connectors.schedules;

import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An event that comes at its time.
 *
 * @param data the message's variables beside {@code schedule}, as a JSON object
 * @param nextDue null when it is paused or never due again
 */
record Schedule(
        String id,
        String cron,
        String zone,
        String misfire,
        String message,
        String data,
        boolean paused,
        @Nullable Instant nextDue,
        @Nullable Instant lastDue,
        long leftOut,
        Instant changedAt,
        String changedBy) {
    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{0,59}");
    private static final Pattern MESSAGE = Pattern.compile("[a-z][a-z0-9-]{0,99}");

    Schedule {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException(
                    "id must be words of a-z joined by '-' like weekly-report, was '" + id + "'");
        }
        if (!MESSAGE.matcher(message).matches()) {
            throw new IllegalArgumentException(
                    "message must be words of a-z joined by '-' like report-due, was '" + message + "'");
        }
    }

    Schedule dueAt(@Nullable Instant next) {
        return new Schedule(
                id, cron, zone, misfire, message, data, paused, next, lastDue, leftOut, changedAt, changedBy);
    }

    Timetable timetable() {
        return Timetable.of(cron, zone);
    }

    Misfire policy() {
        return Misfire.of(misfire);
    }
}
