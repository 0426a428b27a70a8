package io.tillflow.models.demand;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * A period's demand when most have none: nothing, or one of the sizes seen so far.
 *
 * @param mean a period's
 * @param chance that anything is asked for
 * @param sizes seen, ascending
 */
record LumpyDemand(double mean, double chance, double[] sizes) {
    static LumpyDemand of(double[] past, double mean) {
        double[] sizes = Arrays.stream(past).filter(v -> v > 0).sorted().toArray();
        double size = Arrays.stream(sizes).average().orElse(1);
        return new LumpyDemand(mean, Math.min(1, mean / size), sizes);
    }

    /** The smallest demand that is not exceeded with this probability. */
    double quantile(double level) {
        if (sizes.length == 0 || level <= 1 - chance) {
            return 0;
        }
        double within = (level - (1 - chance)) / chance;
        return sizes[Math.min(sizes.length - 1, (int) Math.ceil(within * sizes.length) - 1)];
    }

    List<Forecast> forecast(int ahead) {
        double[] quantiles = Arrays.stream(Forecast.LEVELS).map(this::quantile).toArray();
        return Collections.nCopies(ahead, new Forecast(mean, quantiles));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LumpyDemand that && mean == that.mean && Arrays.equals(sizes, that.sizes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(sizes);
    }
}
