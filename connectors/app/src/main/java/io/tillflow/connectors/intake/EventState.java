package io.tillflow.connectors.intake;

/** How far an event has come. */
public enum EventState {
    RECEIVED,
    /** Waits: an automation that its message begins is paused. */
    HELD,
    /** Handed to the broker; its answer is not known yet. */
    PUBLISHING,
    /** The broker has it; whether somebody heard it is not known yet. */
    PUBLISHED,
    /** An automation heard it. */
    DONE,
    /** No automation listened while the broker kept it. */
    UNHEARD,
    /** Its automation was off when it came. */
    UNWANTED,
    /** The broker will never take it. */
    REFUSED
}
