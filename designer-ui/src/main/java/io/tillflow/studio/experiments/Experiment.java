package io.tillflow.studio.experiments;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An experiment as the connectors tell of it.
 *
 * @param state RUNNING, STOPPED or TAKEN
 * @param goal ordered, revenue or reached
 * @param worthwhile the smallest difference that would matter: a part of 1, or minor units of revenue
 * @param compared the group that others are compared with
 * @param floor no share shifts below it; none: shares stay
 * @param ratio how likely group sizes this far from the shares are by chance
 * @param word UNTRUSTWORTHY, TOO_FEW, OPEN, BETTER, WORSE or ALIKE
 * @param needed units judged in all until a difference worth finding would be found
 */
public record Experiment(
        String name,
        int version,
        String state,
        @Nullable String taken,
        String process,
        String element,
        String goal,
        List<String> elements,
        String within,
        double worthwhile,
        String usual,
        String compared,
        String layer,
        double layerFrom,
        double layerTo,
        @Nullable Double floor,
        Instant begunAt,
        List<Group> groups,
        double ratio,
        String word,
        @Nullable Long needed,
        @Nullable String best,
        List<Shares> shifts,
        List<Act> acts,
        List<Line> curve) {
    /** All of them. */
    public record All(List<Experiment> items) {}

    /**
     * What units got one way of treatment did.
     *
     * @param expected units, by the shares as they were
     * @param low bounds of the difference to what is compared with, valid however often one looks
     */
    public record Group(
            String arm,
            double share,
            long units,
            double expected,
            long judged,
            @Nullable Double mean,
            @Nullable Double difference,
            @Nullable Double low,
            @Nullable Double high) {}

    /** Shares since then. */
    public record Shares(int epoch, List<String> arms, List<Double> shares, String actor, String reason, Instant at) {}

    /** What a person did. */
    public record Act(String kind, String actor, @Nullable String detail, Instant at) {}

    /** How a difference stood then. */
    public record Line(Instant at, String arm, long judged, double difference, double low, double high) {}

    boolean isYesOrNo() {
        return !goal.equals("revenue");
    }

    long judged() {
        return groups.stream().mapToLong(Group::judged).sum();
    }

    long units() {
        return groups.stream().mapToLong(Group::units).sum();
    }

    /** Whether there is something to decide by. */
    boolean isClear() {
        return List.of("BETTER", "WORSE", "ALIKE").contains(word);
    }

    /** Which arms may shift: all but the hold-out. */
    boolean canShift() {
        return isYesOrNo()
                && groups.stream().filter(it -> !it.arm().equals("hold-out")).count() > 1;
    }
}
