package io.tillflow.studio.repair;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What became of a command, as far as is known.
 *
 * @param position of the record in history that shows it
 * @param newInstanceKey the instance that goes on instead, of a restart
 * @param reason why it was refused, or what keeps it from being visible
 */
public record Receipt(
        String id,
        String kind,
        @Nullable String instanceKey,
        String actor,
        State state,
        Instant askedAt,
        @Nullable Instant acceptedAt,
        @Nullable Instant visibleAt,
        @Nullable Long position,
        @Nullable String newInstanceKey,
        @Nullable String reason) {

    /** How far it came. */
    public enum State {
        /** On its way. */
        SENT,
        /** The engine took it and did it; history does not show it yet. */
        ACCEPTED,
        /** History shows it, and so does every page. */
        VISIBLE,
        /** The engine refused it; nothing happened. */
        REFUSED,
        /** A part of it was done before the rest was refused or turned away: the reason says which. */
        PARTLY,
        /** The engine did not answer: it, or what the reason does not name as done, may or may not have happened. History will tell. */
        UNANSWERED
    }
}
