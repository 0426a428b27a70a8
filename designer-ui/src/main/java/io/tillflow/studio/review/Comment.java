package io.tillflow.studio.review;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What somebody said about an element of a version, or about the whole when no element is named. */
public record Comment(
        long id,
        String modelId,
        int version,
        String elementId,
        String text,
        String author,
        Instant createdAt,
        @Nullable String settledBy,
        @Nullable Instant settledAt) {

    public boolean isOpen() {
        return settledAt == null;
    }
}
