package io.tillflow.connectors.provider;

/** A person must set something right first; nothing left. */
public final class NotSetUp extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    public NotSetUp(String message) {
        super(message);
    }
}
