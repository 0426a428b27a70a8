package io.tillflow.connectors.intake;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event of the inbox as people see it.
 *
 * @param explanation what its state means, in a sentence
 * @param dry whether what it began decides and records, but does not act
 */
public record EventView(
        long seq,
        String source,
        String id,
        String type,
        String subject,
        EventState state,
        String explanation,
        Instant time,
        Instant receivedAt,
        int attempts,
        @Nullable Instant publishedAt,
        @Nullable Instant expiresAt,
        @Nullable Long messageKey,
        @Nullable Long processInstanceKey,
        boolean dry,
        @Nullable String problem) {
    /**
     * A row before its state is explained.
     *
     * @param earlierInstanceKey which instance heard the same subject's event before this one, of one that nobody heard
     */
    record Row(
            long seq,
            String source,
            String id,
            String type,
            String subject,
            EventState state,
            Instant occurredAt,
            Instant receivedAt,
            int attempts,
            @Nullable Instant publishedAt,
            @Nullable Instant expiresAt,
            @Nullable Long messageKey,
            @Nullable Long processInstanceKey,
            boolean dry,
            @Nullable String problem,
            @Nullable Long earlierInstanceKey) {
        EventView view() {
            return new EventView(
                    seq,
                    source,
                    id,
                    type,
                    subject,
                    state,
                    explain(),
                    occurredAt,
                    receivedAt,
                    attempts,
                    publishedAt,
                    expiresAt,
                    messageKey,
                    processInstanceKey,
                    dry,
                    problem);
        }

        private String explain() {
            return switch (state) {
                case RECEIVED -> "waits to be published";
                case HELD -> "waits: an automation that it begins is paused";
                case PUBLISHING ->
                    attempts > 1 ? "published again until the broker's answer is known" : "being published";
                case PUBLISHED -> "no automation has listened yet; the broker keeps it until " + expiresAt;
                case DONE -> (dry ? "begun in a dry run: " : "heard by ") + "process instance " + processInstanceKey;
                case UNHEARD ->
                    earlierInstanceKey == null
                            ? "no automation listens"
                            : "no automation listened any more; process instance " + earlierInstanceKey
                                    + " had heard the one before and gone on";
                case UNWANTED -> "came while its automation was off";
                case REFUSED -> "refused by the broker";
            };
        }
    }
}
