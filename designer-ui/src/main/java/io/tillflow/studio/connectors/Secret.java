package io.tillflow.studio.connectors;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything that may be known about a secret, which is all but its value.
 *
 * @param source where it is kept: database, or what a person outside of the studio looks after
 */
public record Secret(
        String name,
        String source,
        @Nullable Instant changedAt,
        @Nullable String changedBy,
        @Nullable Instant lastUsedAt,
        List<String> usedBy) {

    boolean ours() {
        return "database".equals(source);
    }
}
