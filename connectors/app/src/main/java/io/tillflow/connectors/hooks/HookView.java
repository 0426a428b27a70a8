package io.tillflow.connectors.hooks;

import io.tillflow.connectors.intake.EventView;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A webhook as people see it.
 *
 * @param url where it is called
 * @param secret only in the answer that makes it; nobody can read it again
 * @param secretName under which the secret is kept
 * @param begins the processes that its message begins
 * @param latest the last event that it made
 */
record HookView(
        String id,
        String url,
        String message,
        String signing,
        String header,
        @Nullable String idFrom,
        @Nullable String subjectFrom,
        Map<String, String> variables,
        int perMinute,
        String secretName,
        @Nullable String secret,
        List<String> begins,
        @Nullable EventView latest,
        Instant changedAt,
        String changedBy) {
    /** Nothing of it that is secret belongs into a log. */
    @Override
    public String toString() {
        return "HookView[" + id + "]";
    }
}
