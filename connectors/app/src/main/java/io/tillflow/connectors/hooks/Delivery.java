package io.tillflow.connectors.hooks;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One call of a webhook, with every secret taken out.
 *
 * @param explanation what happened, in a sentence
 * @param eventId the event that it became; null when it was refused
 * @param byHand whether somebody tried it from the studio
 */
record Delivery(
        long seq,
        Instant at,
        Outcome outcome,
        String explanation,
        @Nullable String eventId,
        boolean byHand,
        JsonNode headers,
        String payload) {
    /** What became of a call. */
    enum Outcome {
        ACCEPTED(200),
        /** The event was known already; nothing more happened. */
        REPEATED(200),
        NOT_GENUINE(401),
        TOO_LARGE(413),
        TOO_MANY(429),
        UNREADABLE(400),
        /** Its own secret is missing or cannot be opened. */
        NO_SECRET(503);

        private final int status;

        Outcome(int status) {
            this.status = status;
        }

        int status() {
            return status;
        }

        boolean isTaken() {
            return status == 200;
        }
    }
}
