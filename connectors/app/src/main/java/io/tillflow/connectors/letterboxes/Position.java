package io.tillflow.connectors.letterboxes;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far a letterbox has been read, and how it does.
 *
 * @param validity what its numbers mean; null before the first look
 * @param movedAt when its numbers began to mean other letters
 * @param notBefore older letters are passed over until one has caught up after that; null when one has
 * @param failures how many looks in vain there were since the last good one
 */
record Position(
        @Nullable Long validity,
        long nextUid,
        @Nullable Instant movedAt,
        @Nullable Instant notBefore,
        @Nullable Instant lookedAt,
        @Nullable String trouble,
        int failures) {}
