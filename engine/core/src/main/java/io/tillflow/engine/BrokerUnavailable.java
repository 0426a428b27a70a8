package io.tillflow.engine;

import org.jspecify.annotations.Nullable;

/** Nobody answered in time: the command may or may not have been carried out, unless the message says that nothing has happened. */
public final class BrokerUnavailable extends CommandFailed {

    private static final long serialVersionUID = 1L;

    public BrokerUnavailable(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
