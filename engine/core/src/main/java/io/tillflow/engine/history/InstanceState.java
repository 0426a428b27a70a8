package io.tillflow.engine.history;

/** How an instance is, in the words of the people who look after it. */
public enum InstanceState {
    /** A worker or the engine has something to do. */
    RUNNING,
    /** Everything it stands at waits for a person, a message or a time. */
    WAITING,
    /** At least one step failed for good and asks for repair. */
    INCIDENT,
    COMPLETED,
    CANCELLED;

    public boolean open() {
        return this == RUNNING || this == WAITING || this == INCIDENT;
    }
}
