package io.tillflow.models.life;

import org.jspecify.annotations.Nullable;

/**
 * How a recipe did on cases that came after all it learned from.
 *
 * @param split what was learned from and what was judged on
 * @param cases how many were judged
 * @param baselineName the better of the simple rules it could be replaced by
 * @param gain over that rule
 * @param versusLive beside the version in use; absent when there is none, or too few cases that it has not seen
 * @param coverage the share of what came that its 90 % intervals held; absent where it states none
 */
public record Trial(
        String metric,
        String split,
        int cases,
        double figure,
        String baselineName,
        double baseline,
        Gain gain,
        @Nullable VersusLive versusLive,
        @Nullable Double coverage) {
    /** Of what states no intervals. */
    public Trial(
            String metric,
            String split,
            int cases,
            double figure,
            String baselineName,
            double baseline,
            Gain gain,
            @Nullable VersusLive versusLive) {
        this(metric, split, cases, figure, baselineName, baseline, gain, versusLive, null);
    }

    /**
     * Beside the version in use, on cases neither has learned from.
     *
     * @param live the figure of the version in use on these cases
     * @param gain of the new one over it
     */
    public record VersusLive(int cases, double figure, double live, Gain gain) {}
}
