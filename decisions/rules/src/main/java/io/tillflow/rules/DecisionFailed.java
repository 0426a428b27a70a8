package io.tillflow.rules;

/** A table that cannot be read, or facts that break it, as two rules of a unique table that both match. */
public final class DecisionFailed extends RuntimeException {
    private static final long serialVersionUID = 1;

    DecisionFailed(String decision, String why) {
        super("cannot decide " + decision + ": " + why);
    }
}
