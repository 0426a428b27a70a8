package io.tillflow.studio.play;

import java.time.Instant;

/**
 * A line of what happened in a play.
 *
 * @param at on the engine's clock
 * @param detail what was said or came of it; a value, a name or a reason
 */
public record Moment(Instant at, Kind kind, String elementId, String detail) {

    /** What sort of thing happened. */
    public enum Kind {
        STARTED,
        DONE,
        ERROR,
        GAVE_UP,
        TASK,
        DECIDED,
        CHOSE,
        MESSAGE,
        SIGNAL,
        UNHEARD,
        TIMER,
        INCIDENT,
        REPAIRED,
        TIME,
        ENDED,
        CANCELLED
    }
}
