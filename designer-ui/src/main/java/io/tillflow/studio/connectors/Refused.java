package io.tillflow.studio.connectors;

import java.util.Objects;

/** The connectors answered, but no; the message says why. */
public final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;

    Refused(int status, String why) {
        super(why);
        this.status = status;
    }

    public int status() {
        return status;
    }

    public String why() {
        return Objects.toString(getMessage(), "");
    }
}
