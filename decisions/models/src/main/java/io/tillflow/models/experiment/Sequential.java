package io.tillflow.models.experiment;

/**
 * A test of two variants that may be looked at after every unit without finding too much: the mixture sequential probability ratio
 * of Johari, Pekelis and Walsh, with the difference's size under the alternative spread normally around none.
 *
 * @param effect one standard deviation of the differences worth finding, in the outcome's unit
 * @param fewest units of each variant before anything is said: the normal approximation needs some
 */
public record Sequential(double effect, int fewest) {
    public Sequential {
        if (!(effect > 0) || fewest < 2) {
            throw new IllegalArgumentException(
                    "expected an effect above 0 and at least 2 units, but got " + effect + ", " + fewest);
        }
    }

    /**
     * The state of an experiment at any time.
     *
     * @param difference of the means, second less first
     * @param low the 95 % confidence sequence: with 95 % probability it holds the true difference at all times at once
     * @param pValue always valid for this look; keep the smallest of all looks
     */
    public record Verdict(double difference, double low, double high, double pValue) {
        public boolean isClear() {
            return pValue < 0.05;
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
        double reach = Math.sqrt(2
                * variance
                * (variance + mixed)
                / mixed
                * (Math.log(1 / 0.05) + 0.5 * Math.log((variance + mixed) / variance)));
        return new Verdict(difference, difference - reach, difference + reach, Math.min(1, Math.exp(-logRatio)));
    }
}
