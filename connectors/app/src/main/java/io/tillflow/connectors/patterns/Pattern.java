package io.tillflow.connectors.patterns;

import io.tillflow.connectors.schedules.Misfire;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event that comes when a window of a metric is out of bounds.
 *
 * @param data the message's variables beside {@code pattern}, as a JSON object
 * @param nextWindow the beginning of the first window not judged for good
 * @param trouble why the last look saw nothing
 */
record Pattern(
        String id,
        Rule rule,
        Misfire misfire,
        String message,
        String data,
        boolean paused,
        Instant nextWindow,
        @Nullable Instant lookedAt,
        @Nullable String trouble,
        long leftOut,
        Instant changedAt,
        String changedBy) {
    private static final java.util.regex.Pattern ID = java.util.regex.Pattern.compile("[a-z][a-z0-9-]{0,59}");
    private static final java.util.regex.Pattern MESSAGE = java.util.regex.Pattern.compile("[a-z][a-z0-9-]{0,99}");

    Pattern {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException(
                    "id must be words of a-z joined by '-' like few-orders, was '" + id + "'");
        }
        if (id.equals("metrics") || id.equals("preview")) {
            throw new IllegalArgumentException("id '" + id + "' has a meaning of its own: choose another");
        }
        if (!MESSAGE.matcher(message).matches()) {
            throw new IllegalArgumentException(
                    "message must be words of a-z joined by '-' like orders-fell, was '" + message + "'");
        }
    }
}
