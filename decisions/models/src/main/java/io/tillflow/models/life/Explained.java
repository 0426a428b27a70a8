package io.tillflow.models.life;

import java.util.Arrays;
import java.util.stream.IntStream;

/** How much of what came to be was known beforehand: 1 is all of it, 0 no more than the mean tells (R2, for yes and no the Brier skill). */
public final class Explained {
    private final double[] came;
    private final double spread;

    public Explained(double[] came) {
        this.came = came.clone();
        double mean = Arrays.stream(came).average().orElse(0);
        this.spread = Arrays.stream(came).map(it -> (it - mean) * (it - mean)).sum();
    }

    /** Nothing where all cases came alike, since there is nothing to explain. */
    public double share(double[] expected) {
        return spread == 0 ? 0 : 1 - Arrays.stream(misses(expected)).sum() / spread;
    }

    /** Of one over the other, case by case. */
    public Gain gain(double[] own, double[] other) {
        double[] ownMisses = misses(own);
        double[] otherMisses = misses(other);
        double unit = spread / Math.max(1, came.length);
        return Gain.of(IntStream.range(0, came.length)
                .mapToDouble(i -> unit == 0 ? 0 : (otherMisses[i] - ownMisses[i]) / unit)
                .toArray());
    }

    private double[] misses(double[] expected) {
        return IntStream.range(0, came.length)
                .mapToDouble(i -> (expected[i] - came[i]) * (expected[i] - came[i]))
                .toArray();
    }
}
