package io.tillflow.connectors.letterboxes;

import io.tillflow.connectors.intake.EventView;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A letterbox as people see it.
 *
 * @param secretName under which its password is kept
 * @param password whether there is one
 * @param begun whether it was looked into before; letters from before that are never told
 * @param trouble why it cannot be looked into; null when it can
 * @param begins the processes that its message begins
 * @param latest the last event that it made
 */
record LetterboxView(
        String id,
        String host,
        int port,
        String security,
        String login,
        String folder,
        String message,
        List<String> takes,
        int mostText,
        boolean automatic,
        boolean ordersToSupport,
        int everySeconds,
        boolean paused,
        String secretName,
        boolean password,
        boolean begun,
        @Nullable Instant lookedAt,
        @Nullable Instant movedAt,
        @Nullable String trouble,
        List<String> begins,
        @Nullable EventView latest,
        Instant changedAt,
        String changedBy) {}
