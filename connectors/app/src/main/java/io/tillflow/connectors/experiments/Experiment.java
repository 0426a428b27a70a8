package io.tillflow.connectors.experiments;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An experiment that began.
 *
 * @param taken the arm that everybody gets since a person decided
 * @param epoch how often its shares shifted
 * @param shares of its arms now
 * @param floor no arm's share shifts below it; none: shares do not shift
 */
public record Experiment(
        Design design,
        State state,
        @Nullable String taken,
        int epoch,
        List<Double> shares,
        @Nullable Double floor,
        Place place,
        Instant begunAt) {
    /** What becomes of units that come to its step. */
    public enum State {
        RUNNING,
        STOPPED,
        TAKEN
    }

    /** Where it is drawn. */
    public record Place(String process, String element) {}

    /** The arm without a draw; nothing while it runs. */
    Optional<String> settled() {
        return switch (state) {
            case RUNNING -> Optional.empty();
            case STOPPED -> Optional.of(design.usual());
            case TAKEN -> Optional.ofNullable(taken);
        };
    }

    /** What part of all units a group gets at these shares. */
    double probability(String group, List<Double> at) {
        return group.equals(Design.HOLD_OUT)
                ? design.holdOut()
                : (1 - design.holdOut()) * at.get(design.arms().indexOf(group));
    }
}
