package io.tillflow.launcher.demo.suite;

/** A part of the suite did not answer within the patience of the caller. */
public final class Unreachable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public Unreachable(String message) {
        super(message);
    }
}
