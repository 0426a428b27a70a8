package io.tillflow.models.experiment;

import java.util.List;
import org.apache.commons.math3.distribution.BetaDistribution;
import org.apache.commons.math3.random.RandomGenerator;
import org.apache.commons.math3.random.Well19937c;

/**
 * Sends more units to what works better while still finding out: each variant is tried as often as it is likely to be the best.
 * Outcomes are yes or no, and before any every rate is equally likely (a Beta(1, 1) prior).
 */
public final class Thompson {
    private final RandomGenerator random;

    public Thompson(long seed) {
        this.random = new Well19937c(seed);
    }

    /** The variant of the next unit. */
    public int choose(List<Arm> arms) {
        if (arms.isEmpty()) {
            throw new IllegalArgumentException("expected a variant to choose");
        }
        int best = 0;
        double highest = -1;
        for (int i = 0; i < arms.size(); i++) {
            double drawn = belief(arms.get(i)).sample();
            best = drawn > highest ? i : best;
            highest = Math.max(highest, drawn);
        }
        return best;
    }

    /** How likely each is the best, from this many draws. */
    public double[] chances(List<Arm> arms, int draws) {
        double[] chances = new double[arms.size()];
        for (int draw = 0; draw < draws; draw++) {
            chances[choose(arms)] += 1.0 / draws;
        }
        return chances;
    }

    private BetaDistribution belief(Arm arm) {
        return new BetaDistribution(random, 1 + arm.sum(), 1 + arm.units() - arm.sum());
    }
}
