package io.tillflow.studio.play;

/** The file of a scenario does not say what it should; the message names the place and the remedy. */
public final class ScenarioRefused extends RuntimeException {
    private static final long serialVersionUID = 1;

    public ScenarioRefused(String message) {
        super(message);
    }
}
