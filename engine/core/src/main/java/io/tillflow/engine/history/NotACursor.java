package io.tillflow.engine.history;

/** A cursor that no page of ours handed out. */
public final class NotACursor extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    NotACursor(String text) {
        super("expected a cursor from an earlier page, but got \"" + text + "\"");
    }

    NotACursor(String text, Throwable cause) {
        super("expected a cursor from an earlier page, but got \"" + text + "\"", cause);
    }
}
