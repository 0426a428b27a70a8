package io.tillflow.engine;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A command the broker did not carry out; the message can be shown to a person. */
public abstract sealed class CommandFailed extends RuntimeException permits BrokerUnavailable, Rejected {

    private static final long serialVersionUID = 1L;

    private final String done;

    CommandFailed(String message, @Nullable Throwable cause, String done) {
        super(message, cause);
        this.done = done;
    }

    /** What had been done before, of something that takes more than one command; empty when nothing had. */
    public String done() {
        return done;
    }

    /** The same failure of something that this much had been done of. */
    public abstract CommandFailed after(String before);

    String with(String before) {
        return Stream.of(before, done).filter(it -> !it.isEmpty()).collect(Collectors.joining(", "));
    }

    @Override
    public String getMessage() {
        String message = String.valueOf(super.getMessage());
        return done.isEmpty() ? message : "Half done (" + done + "). " + message;
    }
}
