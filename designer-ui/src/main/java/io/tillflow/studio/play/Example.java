package io.tillflow.studio.play;

/**
 * Something to begin a play with.
 *
 * @param id names it among those of its model
 * @param name the scenario's name, the message's or the signal's, or the order's number
 */
public record Example(String id, Kind kind, String name, Step.Start start) {
    /** How ids of saved data begin; its file's name follows. */
    public static final String SAVED = "start:";

    /** Where it comes from. */
    public enum Kind {
        SAVED,
        SCENARIO,
        TRIGGER,
        SIGNAL,
        ORDER,
        PLAIN
    }
}
