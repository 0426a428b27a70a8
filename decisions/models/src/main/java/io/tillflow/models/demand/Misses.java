package io.tillflow.models.demand;

import io.tillflow.models.measure.Ranking;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.NormalDistribution;

/** How far forecasts missed, in each item's own scale, by weeks ahead and by the moment from which they were made. */
final class Misses {
    private static final int FEWEST = 100;
    private static final int FEWEST_A_MOMENT = 30;
    /** The future is a little less like the past than the hidden end was. */
    private static final double CAUTION = 1.03;

    private static final NormalDistribution BELL = new NormalDistribution();

    private final List<List<List<Double>>> steps = new ArrayList<>();

    Misses(int moments) {
        for (int step = 0; step < ShopDemand.WEEKS; step++) {
            List<List<Double>> each = new ArrayList<>();
            for (int moment = 0; moment < moments; moment++) {
                each.add(new ArrayList<>());
            }
            steps.add(each);
        }
    }

    void add(int step, int moment, double miss) {
        steps.get(step).get(moment).add(miss);
    }

    /**
     * A row a step, a column a level of {@link Forecast#LEVELS}; where too few misses so far ahead were seen, as the last that were, else a bell curve.
     *
     * @param grows whether they are of sums, which grow with the time
     */
    double[][] quantiles(boolean grows) {
        double[][] quantiles = new double[ShopDemand.WEEKS][];
        double[] known = Arrays.stream(Forecast.LEVELS)
                .map(BELL::inverseCumulativeProbability)
                .toArray();
        int seen = 1;
        for (int step = 0; step < quantiles.length; step++) {
            double[] values = values(steps.get(step));
            if (values.length >= FEWEST) {
                List<List<Double>> moments = steps.get(step);
                known = Arrays.stream(Forecast.LEVELS)
                        .map(level -> CAUTION * quantile(values, moments, level))
                        .toArray();
                seen = step + 1;
            }
            double further = grows ? Math.sqrt((step + 1.0) / seen) : 1;
            quantiles[step] = Arrays.stream(known).map(it -> it * further).toArray();
        }
        return quantiles;
    }

    private static double[] values(List<List<Double>> moments) {
        return moments.stream()
                .flatMap(List::stream)
                .mapToDouble(Double::doubleValue)
                .toArray();
    }

    /** Of all misses, and further out by as much as that of single moments differs beyond chance: then all items missed together. */
    private static double quantile(double[] values, List<List<Double>> moments, double level) {
        double all = Ranking.quantile(values, level);
        double[][] many = moments.stream()
                .filter(moment -> moment.size() >= FEWEST_A_MOMENT)
                .map(moment -> moment.stream().mapToDouble(Double::doubleValue).toArray())
                .toArray(double[][]::new);
        if (many.length < 2) {
            return all;
        }
        double[] each = Arrays.stream(many)
                .mapToDouble(moment -> Ranking.quantile(moment, level))
                .toArray();
        double mean = Arrays.stream(each).average().orElse(all);
        double apart = Arrays.stream(each).map(it -> (it - mean) * (it - mean)).sum() / (each.length - 1);
        double spread = (Ranking.quantile(values, 0.95) - Ranking.quantile(values, 0.05)) / 3.29;
        double density = BELL.density(BELL.inverseCumulativeProbability(level));
        double chance = IntStream.range(0, many.length)
                .mapToDouble(i -> level * (1 - level) * spread * spread / density / density / many[i].length)
                .average()
                .orElse(0);
        return all + Math.signum(level - 0.5) * Math.sqrt(Math.max(0, apart - chance));
    }
}
