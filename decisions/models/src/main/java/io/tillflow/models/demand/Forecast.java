package io.tillflow.models.demand;

/**
 * One period ahead.
 *
 * @param quantiles at {@link #LEVELS}
 */
record Forecast(double mean, double[] quantiles) {
    /** The bounds of the 95, 90 and 80 % intervals around the middle. */
    static final double[] LEVELS = {0.025, 0.05, 0.1, 0.5, 0.9, 0.95, 0.975};

    @Override
    public boolean equals(Object other) {
        return other instanceof Forecast that
                && mean == that.mean
                && java.util.Arrays.equals(quantiles, that.quantiles);
    }

    @Override
    public int hashCode() {
        return Double.hashCode(mean) + java.util.Arrays.hashCode(quantiles);
    }
}
