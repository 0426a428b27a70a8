package io.tillflow.studio.review;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A version of a model that others were asked to look at.
 *
 * @param note what was asked
 * @param answer what was said when it was decided
 */
public record Review(
        long id,
        String modelId,
        int version,
        State state,
        String note,
        String requestedBy,
        Instant requestedAt,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        @Nullable String answer) {

    /** How far it is. */
    public enum State {
        OPEN,
        APPROVED,
        REFUSED,
        WITHDRAWN
    }
}
