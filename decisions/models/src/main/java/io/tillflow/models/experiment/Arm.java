package io.tillflow.models.experiment;

/**
 * What one variant's units did so far.
 *
 * @param units exposed
 * @param sum of the outcome; the number of successes when it is yes or no
 * @param squares sum of the squared outcomes; equals the sum when it is yes or no
 */
public record Arm(long units, double sum, double squares) {
    public static final Arm EMPTY = new Arm(0, 0, 0);

    public Arm {
        if (units < 0 || !Double.isFinite(sum) || !(squares >= 0)) {
            throw new IllegalArgumentException(
                    "expected units and squares of at least 0, but got " + units + ", " + sum + ", " + squares);
        }
    }

    /** With one more unit; an outcome that is no number is refused. */
    public Arm and(double outcome) {
        if (!Double.isFinite(outcome)) {
            throw new IllegalArgumentException("expected an outcome that is a number, but got " + outcome);
        }
        return new Arm(units + 1, sum + outcome, squares + outcome * outcome);
    }

    public double mean() {
        return units == 0 ? Double.NaN : sum / units;
    }

    /** Of a single unit's outcome, drawn a little to 1/4 (the most a yes or no can vary) while there are few. */
    double variance() {
        double raw = units < 2 ? 0.25 : Math.max(0, squares / units - mean() * mean());
        return raw == 0 ? 1.0 / (4.0 * (units + 1)) : raw;
    }
}
