package io.tillflow.connectors.dispatch;

/** A place between two steps where a process may die; tests let it. */
@FunctionalInterface
interface Checkpoint {
    Checkpoint NONE = (step, event) -> {};

    enum Step {
        CLAIMED,
        ANSWERED,
        MARKED
    }

    void passed(Step step, Outgoing event);
}
