package io.tillflow.engine;

import org.jspecify.annotations.Nullable;

/** The broker understood the command and refused it. */
public final class Rejected extends CommandFailed {

    private static final long serialVersionUID = 1L;

    /** What kind of refusal it is; callers decide by it, never by the text. */
    public enum Why {
        /** The instance, job, incident or definition is not there, or no longer. */
        NOT_FOUND,
        /** It exists, but its state does not allow the command. */
        WRONG_STATE,
        /** The command itself is wrong: a model that does not deploy, variables that are no object. */
        INVALID,
        /** The cluster wants other credentials. */
        FORBIDDEN
    }

    private final Why why;

    private final String reason;

    public Rejected(Why why, String reason, @Nullable Throwable cause) {
        this(why, reason, cause, "");
    }

    private Rejected(Why why, String reason, @Nullable Throwable cause, String done) {
        super(reason, cause, done);
        this.why = why;
        this.reason = reason;
    }

    @Override
    public Rejected after(String before) {
        return new Rejected(why, reason, this, with(before));
    }

    public Why why() {
        return why;
    }
}
