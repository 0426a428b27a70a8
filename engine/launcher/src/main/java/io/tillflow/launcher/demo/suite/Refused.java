package io.tillflow.launcher.demo.suite;

/** A server understood a call and said no. */
public final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;

    Refused(Answer answer) {
        super(answer.call() + " was refused: " + answer.summary());
        this.status = answer.status();
    }

    public int status() {
        return status;
    }
}
