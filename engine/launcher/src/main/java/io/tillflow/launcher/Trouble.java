package io.tillflow.launcher;

/** Something a person can put right: one sentence that says what happened and what to do about it. */
public final class Trouble extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private static final int FAILED = 1;
    private static final int NOT_REACHABLE = 3;

    private final int exitCode;

    public Trouble(String sentence) {
        super(sentence);
        this.exitCode = FAILED;
    }

    public Trouble(String sentence, Throwable cause) {
        super(sentence, cause);
        this.exitCode = FAILED;
    }

    private Trouble(String sentence, int exitCode) {
        super(sentence);
        this.exitCode = exitCode;
    }

    /** The suite, or the part of it that was asked, does not answer. */
    public static Trouble notReachable(String sentence) {
        return new Trouble(sentence, NOT_REACHABLE);
    }

    public int exitCode() {
        return exitCode;
    }

    public String sentence() {
        return String.valueOf(getMessage());
    }
}
