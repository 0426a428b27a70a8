package io.tillflow.connectors.provider;

/** An effect that must not happen twice was started and nobody can tell whether it happened: a person decides. */
public class OutcomeUnknown extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public OutcomeUnknown(String message) {
        super(message);
    }
}
