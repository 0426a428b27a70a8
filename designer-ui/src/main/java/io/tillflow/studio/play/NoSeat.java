package io.tillflow.studio.play;

/** As many plays are under way as the machine is allowed to carry. */
public final class NoSeat extends RuntimeException {
    private static final long serialVersionUID = 1;

    NoSeat(PlaySettings settings) {
        super(settings.sessions()
                + " plays are under way, and each takes an engine of its own. Try again later: one makes room when"
                + " nobody has taken a step in it for "
                + settings.restForOthers().toSeconds() + " seconds.");
    }
}
