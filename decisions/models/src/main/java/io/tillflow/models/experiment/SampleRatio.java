package io.tillflow.models.experiment;

import java.util.Arrays;
import org.apache.commons.math3.special.Gamma;

/**
 * Whether variants got the units they should: if not, something loses units and no result can be trusted. May be looked at after
 * every unit, from the first on: the sequential multinomial test of Lindon and Malek.
 */
public final class SampleRatio {
    private static final double ALARM = 0.001;

    /** How many units' worth of belief in the shares the alternative holds: a higher number finds small losses, a lower one great losses early. */
    private static final double BELIEF = 100;

    private SampleRatio() {}

    /**
     * An always-valid p value: under the shares it is ever below a number with at most that number's probability.
     *
     * @param shares in the order of the counts, in any unit
     */
    public static double pValue(long[] counts, double[] shares) {
        if (counts.length != shares.length || counts.length < 2) {
            throw new IllegalArgumentException("expected a share for each of two variants or more, but got "
                    + counts.length + " and " + shares.length);
        }
        double all = Arrays.stream(counts).sum();
        double total = Arrays.stream(shares).sum();
        double logRatio = Gamma.logGamma(BELIEF) - Gamma.logGamma(BELIEF + all);
        for (int i = 0; i < counts.length; i++) {
            double share = shares[i] / total;
            if (share > 0) {
                logRatio += Gamma.logGamma(BELIEF * share + counts[i])
                        - Gamma.logGamma(BELIEF * share)
                        - counts[i] * Math.log(share);
            } else if (counts[i] > 0) {
                return 0;
            }
        }
        return Math.min(1, Math.exp(-logRatio));
    }

    /** Whether to stop believing the experiment. */
    public static boolean isBroken(long[] counts, double[] shares) {
        return pValue(counts, shares) < ALARM;
    }
}
