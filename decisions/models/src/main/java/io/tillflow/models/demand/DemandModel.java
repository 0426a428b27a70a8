package io.tillflow.models.demand;

import io.tillflow.models.measure.Ranking;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What all items have in common: the season, and how far forecasts miss at each step, in each item's own scale.
 *
 * @param season periods until it repeats
 * @param horizon how many periods ahead unless asked otherwise
 * @param misses a row a step ahead, a column a level of {@link Forecast#LEVELS}
 * @param shop instead of all that, what was learned from a shop's days
 */
public record DemandModel(
        int season,
        int horizon,
        double[][] misses,
        @Nullable ShopDemand shop) {
    static final int FEWEST_PERIODS = 6;
    private static final int FEWEST_MISSES = 150;
    /** The future is a little less like the past than the hidden end was. */
    private static final double CAUTION = 1.07;

    DemandModel(int season, int horizon, double[][] misses) {
        this(season, horizon, misses, null);
    }

    static DemandModel of(ShopDemand shop) {
        return new DemandModel(Chooser.YEAR, ShopDemand.WEEKS, new double[0][], shop);
    }

    /** By hiding the end of every series from its forecast. */
    static DemandModel fit(List<Series> series, int season, int horizon) {
        List<double[]> standardised = new ArrayList<>();
        for (Series one : series) {
            double[] past = one.known(season);
            if (past.length >= horizon + 2 * FEWEST_PERIODS && !Intermittent.isLumpy(past)) {
                double[] before = Arrays.copyOf(past, past.length - horizon);
                Choice choice = Choice.of(before, horizon, season);
                double[] forecast = choice.method().forecast(before, horizon, season);
                double[] misses = new double[horizon];
                for (int i = 0; i < horizon; i++) {
                    misses[i] = (past[before.length + i] - forecast[i]) / Math.max(choice.scale(), 1e-9);
                }
                if (choice.scale() > 0) {
                    standardised.add(misses);
                }
            }
        }
        double[][] misses = new double[horizon][];
        for (int step = 0; step < horizon; step++) {
            misses[step] = quantiles(standardised, step, horizon);
        }
        return new DemandModel(season, horizon, misses);
    }

    /** Of the misses at this step and its neighbours; with too few, those of a bell curve. */
    private static double[] quantiles(List<double[]> misses, int step, int horizon) {
        int reach = 0;
        while (misses.size() * (2 * reach + 1) < FEWEST_MISSES * 4 && reach < horizon) {
            reach++;
        }
        List<Double> near = new ArrayList<>();
        for (double[] one : misses) {
            for (int i = Math.max(0, step - reach); i <= Math.min(horizon - 1, step + reach); i++) {
                near.add(one[i]);
            }
        }
        double[] values = near.stream().mapToDouble(Double::doubleValue).toArray();
        return Arrays.stream(Forecast.LEVELS)
                .map(level -> values.length >= FEWEST_MISSES
                        ? Ranking.quantile(values, level)
                        : 1.25
                                * new org.apache.commons.math3.distribution.NormalDistribution()
                                        .inverseCumulativeProbability(level))
                .toArray();
    }

    /** The periods ahead of a past with at least {@link #FEWEST_PERIODS}. */
    List<Forecast> forecast(double[] past, Choice choice, int ahead) {
        double[] means = choice.method().forecast(past, ahead, season);
        if (Intermittent.isLumpy(past)) {
            return LumpyDemand.of(past, means[0]).forecast(ahead);
        }
        List<Forecast> forecasts = new ArrayList<>();
        for (int i = 0; i < ahead; i++) {
            double[] miss = misses[Math.min(i, misses.length - 1)];
            double further = Math.sqrt(Math.max(1, (i + 1.0) / misses.length));
            double[] quantiles = new double[miss.length];
            for (int level = 0; level < miss.length; level++) {
                quantiles[level] = Math.max(0, means[i] + CAUTION * miss[level] * choice.scale() * further);
            }
            forecasts.add(new Forecast(means[i], quantiles));
        }
        return forecasts;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DemandModel that
                && season == that.season
                && horizon == that.horizon
                && Arrays.deepEquals(misses, that.misses)
                && Objects.equals(shop, that.shop);
    }

    @Override
    public int hashCode() {
        return Arrays.deepHashCode(misses);
    }
}
