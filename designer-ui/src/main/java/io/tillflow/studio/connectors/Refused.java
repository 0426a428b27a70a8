package io.tillflow.studio.connectors;

import java.util.Objects;

/** The other side answered, but no; the message says why. */
public final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Peer peer;
    private final int status;

    Refused(Peer peer, int status, String why) {
        super(why);
        this.peer = peer;
        this.status = status;
    }

    Peer peer() {
        return peer;
    }

    public int status() {
        return status;
    }

    public String why() {
        return Objects.toString(getMessage(), "");
    }
}
