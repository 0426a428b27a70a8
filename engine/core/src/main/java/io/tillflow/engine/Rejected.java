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

    public Rejected(Why why, String reason, @Nullable Throwable cause) {
        super(reason, cause);
        this.why = why;
    }

    public Why why() {
        return why;
    }
}
