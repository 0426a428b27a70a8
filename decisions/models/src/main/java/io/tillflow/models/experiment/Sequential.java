package io.tillflow.models.experiment;

/**
 * A test of two variants that may be looked at after every unit without finding too much: the mixture sequential probability ratio
 * of Johari, Pekelis and Walsh, with the difference's size under the alternative spread normally around none.
 *
 * @param effect one standard deviation of the differences worth finding, in the outcome's unit
 * @param fewest units of each variant before anything is said: the normal approximation needs some
 * @param error how often, at most, equal variants may be called different: 0.05, less for each when several are compared
 */
public record Sequential(double effect, int fewest, double error) {
    /** A difference that is there is to be found in four of five cases. */
    private static final double POWER_REACH = 0.8416;

    private static final long MOST_UNITS = 1L << 40;

    public Sequential {
        if (!(effect > 0) || fewest < 2 || !(error > 0 && error < 1)) {
            throw new IllegalArgumentException(
                    "expected an effect above 0, at least 2 units and an error below 1, but got " + effect + ", "
                            + fewest + ", " + error);
        }
    }

    public Sequential(double effect, int fewest) {
        this(effect, fewest, 0.05);
    }

    /**
     * The state of an experiment at any time.
     *
     * @param difference of the means, second less first
     * @param low the confidence sequence: with 95 % probability (or as the error says) it holds the true difference at all times at once
     * @param pValue always valid for this look; keep the smallest of all looks
     */
    public record Verdict(double difference, double low, double high, double pValue) {
        /** Zero is outside of the bounds. */
        public boolean isClear() {
            return low > 0 || high < 0;
        }
    }

    /** Nothing is claimed (p = 1, no bounds) before both variants have enough units. */
    public Verdict compare(Arm first, Arm second) {
        if (first.units() < fewest || second.units() < fewest) {
            return new Verdict(Double.NaN, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, 1);
        }
        double difference = second.mean() - first.mean();
        double variance = first.variance() / first.units() + second.variance() / second.units();
        double mixed = effect * effect;
        double logRatio = 0.5 * Math.log(variance / (variance + mixed))
                + difference * difference * mixed / (2 * variance * (variance + mixed));
        double reach = reach(variance);
        return new Verdict(difference, difference - reach, difference + reach, Math.min(1, Math.exp(-logRatio)));
    }

    /** How far the bounds are from the difference when that is known with this variance. */
    private double reach(double variance) {
        double mixed = effect * effect;
        return Math.sqrt(2
                * variance
                * (variance + mixed)
                / mixed
                * (Math.log(1 / error) + 0.5 * Math.log((variance + mixed) / variance)));
    }

    /**
     * How many units both variants together need until a true difference of the effect's size is found in four of five cases.
     *
     * @param share of the first variant among both
     */
    public long unitsNeeded(Arm first, Arm second, double share) {
        long low = 1;
        long high = MOST_UNITS;
        while (low < high) {
            long middle = (low + high) >>> 1;
            double variance = first.variance() / (middle * share) + second.variance() / (middle * (1 - share));
            if (reach(variance) + POWER_REACH * Math.sqrt(variance) <= effect) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return Math.max(low, (long) Math.ceil(fewest / Math.min(share, 1 - share)));
    }
}
