package io.tillflow.engine;

import org.jspecify.annotations.Nullable;

/** Nobody answered in time: the command may or may not have been carried out, unless it is known not to have been taken. */
public final class BrokerUnavailable extends CommandFailed {

    private static final long serialVersionUID = 1L;

    private final String message;
    private final boolean notTaken;

    public BrokerUnavailable(String message, @Nullable Throwable cause) {
        this(message, cause, false);
    }

    BrokerUnavailable(String message, @Nullable Throwable cause, boolean notTaken) {
        this(message, cause, notTaken, "");
    }

    private BrokerUnavailable(String message, @Nullable Throwable cause, boolean notTaken, String done) {
        super(message, cause, done);
        this.message = message;
        this.notTaken = notTaken;
    }

    @Override
    public BrokerUnavailable after(String before) {
        return new BrokerUnavailable(message, this, notTaken, with(before));
    }

    /** Whether the broker turned the command away before it read it, as it had too much to do. */
    public boolean notTaken() {
        return notTaken;
    }
}
