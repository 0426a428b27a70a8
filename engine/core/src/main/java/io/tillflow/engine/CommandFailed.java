package io.tillflow.engine;

import org.jspecify.annotations.Nullable;

/** A command the broker did not carry out; the message can be shown to a person. */
public abstract sealed class CommandFailed extends RuntimeException permits BrokerUnavailable, Rejected {

    private static final long serialVersionUID = 1L;

    CommandFailed(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
