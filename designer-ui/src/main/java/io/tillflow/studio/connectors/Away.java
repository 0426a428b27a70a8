package io.tillflow.studio.connectors;

/** The other side did not answer. */
public final class Away extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Peer peer;

    public Away(Peer peer, Throwable cause) {
        super("no answer from the " + peer.app() + ": see ./tillflow status and ./tillflow logs " + peer.app(), cause);
        this.peer = peer;
    }

    Peer peer() {
        return peer;
    }
}
