package io.tillflow.studio.review;

/** It cannot be asked, said or decided so. */
public final class ReviewRefused extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final Why why;

    /** What is in the way. */
    public enum Why {
        UNKNOWN,
        ALREADY_OPEN,
        NOT_OPEN,
        OWN,
        UNFIT
    }

    ReviewRefused(Why why, String message) {
        super(message);
        this.why = why;
    }

    public Why why() {
        return why;
    }
}
