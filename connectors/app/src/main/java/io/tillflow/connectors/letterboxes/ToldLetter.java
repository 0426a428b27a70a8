package io.tillflow.connectors.letterboxes;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What became of a letter.
 *
 * @param explanation in a sentence
 * @param eventId the event that it became; null when it became none
 */
record ToldLetter(
        long uid,
        Instant at,
        Outcome outcome,
        String explanation,
        @Nullable String eventId,
        String sender,
        String subject,
        long bytes) {
    enum Outcome {
        TOLD,
        /** It stands in the conversation of an order and became no event. */
        SUPPORT,
        /** Its event was known already; nothing more happened. */
        REPEATED,
        /** A letter of ours that was not delivered. */
        BOUNCED,
        /** No person wrote it, and only letters of persons are asked for. */
        AUTOMATIC,
        /** Its text or its attachments cannot be read, or nothing of it: then it became no event. */
        BROKEN
    }

    /** Letters belong into no log. */
    @Override
    public String toString() {
        return "ToldLetter[" + uid + " " + outcome + "]";
    }
}
