package io.tillflow.studio.intelligence;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The models that live in the shop. */
public record Models(List<Summary> items) {

    /**
     * A model at a glance.
     *
     * @param live the version in use; none when the shop does without
     * @param answers how the version in use does on the orders since its promotion
     * @param shadow the same of the version that answers beside it, unseen
     * @param latest what came of asking for a training last
     * @param versions how many there ever were
     * @param hindrance why nothing can be trained here
     */
    public record Summary(
            String model,
            String features,
            @Nullable Version live,
            @Nullable Drift drift,
            @Nullable Answers answers,
            @Nullable Answers shadow,
            @Nullable Training latest,
            int versions,
            @Nullable String hindrance) {}

    /**
     * How far what is bought has moved from what the version in use learned from.
     *
     * @param psi population stability index
     */
    public record Drift(int version, double psi, int orders, Instant at) {}

    /**
     * How a version did on real orders.
     *
     * @param figure the hit rate with its 90 % interval; absent while the orders are too few
     * @param rule the hit rate of naming what is bought most
     * @param promised what it reached when it was tried before use
     */
    public record Answers(
            int version,
            Instant since,
            int orders,
            @Nullable Double figure,
            @Nullable Double atWorst,
            @Nullable Double atBest,
            @Nullable Double rule,
            double promised,
            @Nullable Beside beside) {}

    /**
     * Order by order beside the version in use.
     *
     * @param gain over the one in use, with its 90 % interval
     */
    public record Beside(int version, int orders, double figure, double gain, double gainAtWorst, double gainAtBest) {}

    /**
     * A version with everything it was judged by.
     *
     * @param state CANDIDATE, LIVE, RETIRED or REFUSED
     * @param reason the gate's word for it
     */
    public record Version(
            String model,
            int version,
            String training,
            String state,
            @Nullable String reason,
            Instant windowFrom,
            Instant windowTo,
            int rows,
            String metric,
            String split,
            int cases,
            double figure,
            String baselineName,
            double baseline,
            double gain,
            double gainAtWorst,
            double gainAtBest,
            @Nullable Integer predecessor,
            @Nullable Integer predecessorCases,
            @Nullable Double predecessorFigure,
            @Nullable Double gainOverLive,
            @Nullable Double coverage,
            double seconds,
            long bytes,
            String digest,
            Instant trainedAt,
            @Nullable Instant promotedAt,
            @Nullable String promotedBy,
            @Nullable Instant shadowedAt) {}

    /**
     * One asking.
     *
     * @param state ASKED, RUNNING, TRAINED, TOO_LITTLE or FAILED
     * @param reason what is missing, or why it failed
     */
    public record Training(
            String id,
            String askedBy,
            Instant askedAt,
            String state,
            @Nullable String reason,
            @Nullable Instant endedAt) {
        boolean underWay() {
            return state.equals("ASKED") || state.equals("RUNNING");
        }
    }

    /**
     * A change of what is used.
     *
     * @param kind PROMOTED, RETIRED, REFUSED, ROLLED_BACK, SHADOWED or SHADOW_ENDED
     */
    public record Change(
            @Nullable Integer version,
            String kind,
            String actor,
            @Nullable String reason,
            Instant at) {}

    /** A list of versions. */
    public record Versions(List<Version> items) {}

    /** A list of trainings. */
    public record Trainings(List<Training> items) {}

    /** A list of changes. */
    public record Changes(List<Change> items) {}
}
