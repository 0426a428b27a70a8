package io.tillflow.connectors.intelligence;

import org.jspecify.annotations.Nullable;

/**
 * What the training program answers.
 *
 * @param missing why there is no model
 */
record Verdict(
        int rows,
        double seconds,
        @Nullable String missing,
        @Nullable Trial trial) {

    /** How the recipe did on later data than it learned from. */
    record Trial(
            String metric,
            String split,
            int cases,
            double figure,
            String baselineName,
            double baseline,
            Gain gain,
            @Nullable VersusLive versusLive,
            @Nullable Double coverage) {}

    /** A difference and its 90 % interval. */
    record Gain(double mean, double atWorst, double atBest) {}

    /** Beside the version in use, on data neither has seen. */
    record VersusLive(int cases, double figure, double live, Gain gain) {}
}
