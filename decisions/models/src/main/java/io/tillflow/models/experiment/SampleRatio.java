package io.tillflow.models.experiment;

import org.apache.commons.math3.distribution.ChiSquaredDistribution;

/** Whether variants got the units they should: if not, something loses units and no result can be trusted. */
public final class SampleRatio {
    private static final double ALARM = 0.001;

    private SampleRatio() {}

    /**
     * The probability of counts at least this far from the shares by chance (chi-squared).
     *
     * @param shares in the order of the counts, in any unit
     */
    public static double pValue(long[] counts, double[] shares) {
        if (counts.length != shares.length || counts.length < 2) {
            throw new IllegalArgumentException("expected a share for each of two variants or more, but got "
                    + counts.length + " and " + shares.length);
        }
        double all = java.util.Arrays.stream(counts).sum();
        double total = java.util.Arrays.stream(shares).sum();
        double distance = 0;
        for (int i = 0; i < counts.length; i++) {
            double expected = all * shares[i] / total;
            distance += expected == 0 ? (counts[i] == 0 ? 0 : 1e9) : Math.pow(counts[i] - expected, 2) / expected;
        }
        return all == 0 ? 1 : 1 - new ChiSquaredDistribution(counts.length - 1.0).cumulativeProbability(distance);
    }

    /** Whether to stop believing the experiment. */
    public static boolean isBroken(long[] counts, double[] shares) {
        return pValue(counts, shares) < ALARM;
    }
}
