package io.tillflow.models.demand;

import io.tillflow.models.measure.Ranking;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.commons.math3.distribution.NormalDistribution;

/**
 * What was learned from a shop's weeks: which way of forecasting suits each item, and how far forecasts missed, in each item's own scale.
 *
 * @param until the last day it learned from
 * @param usual what suits all items best, for those that are new since
 * @param week how far a single week was missed: a row a week ahead, a column a level of {@link Forecast#LEVELS}
 * @param together the same of all weeks up to that one together
 */
record ShopDemand(LocalDate until, Method usual, Map<String, Choice> choices, double[][] week, double[][] together) {
    static final int WEEKS = 13;
    static final int FEWEST_WEEKS = 12;
    static final int FEWEST_UNITS = 12;
    private static final int FEWEST_MISSES = 100;
    private static final int ORIGINS = 4;
    private static final int STRIDE = 3;
    private static final int FEWEST_BEFORE = 6;
    /** More would not change the misses of them all. */
    private static final int MOST_TRIED = 1500;
    /** The future is a little less like the past than the hidden end was. */
    private static final double CAUTION = 1.07;

    ShopDemand {
        choices = Map.copyOf(choices);
    }

    /** The weeks ahead, each alone and all up to it together. */
    record Ahead(Forecast week, Forecast together) {}

    /** Learns from all items that it is given. */
    static ShopDemand learn(Sales sales) {
        Chooser chooser = new Chooser(sales.items());
        Map<String, Choice> choices = chooser.choices();
        List<List<Double>> single = rows();
        List<List<Double>> sums = rows();
        int every = Math.max(1, sales.items().size() / MOST_TRIED);
        for (int i = 0; i < sales.items().size(); i += every) {
            Sales.Item item = sales.items().get(i);
            miss(item, java.util.Objects.requireNonNull(choices.get(item.id())), single, sums);
        }
        return new ShopDemand(sales.until(), chooser.usual(), choices, quantiles(single, false), quantiles(sums, true));
    }

    private static List<List<Double>> rows() {
        List<List<Double>> rows = new ArrayList<>();
        for (int i = 0; i < WEEKS; i++) {
            rows.add(new ArrayList<>());
        }
        return rows;
    }

    private static void miss(Sales.Item item, Choice choice, List<List<Double>> single, List<List<Double>> sums) {
        double[] past = item.filled();
        for (int origin = 0; origin < ORIGINS; origin++) {
            int cut = past.length - Chooser.AHEAD - origin * STRIDE;
            if (cut < FEWEST_BEFORE) {
                return;
            }
            double[] means = choice.method().forecast(Arrays.copyOf(past, cut), WEEKS, Chooser.YEAR);
            double off = 0;
            for (int i = 0; i < WEEKS && cut + i < past.length && Double.isFinite(item.weeks()[cut + i]); i++) {
                off += past[cut + i] - means[i];
                single.get(i).add((past[cut + i] - means[i]) / choice.scale());
                sums.get(i).add(off / choice.scale() / Math.sqrt(i + 1));
            }
        }
    }

    /** Where too few weeks so far ahead were seen, as the last that were, which for sums grows with the time; else a bell curve. */
    private static double[][] quantiles(List<List<Double>> misses, boolean grows) {
        double[][] quantiles = new double[WEEKS][];
        NormalDistribution bell = new NormalDistribution();
        double[] known = Arrays.stream(Forecast.LEVELS)
                .map(bell::inverseCumulativeProbability)
                .toArray();
        int seen = 1;
        for (int step = 0; step < WEEKS; step++) {
            double[] values =
                    misses.get(step).stream().mapToDouble(Double::doubleValue).toArray();
            if (values.length >= FEWEST_MISSES) {
                known = Arrays.stream(Forecast.LEVELS)
                        .map(level -> CAUTION * Ranking.quantile(values, level))
                        .toArray();
                seen = step + 1;
            }
            double further = grows ? Math.sqrt((step + 1.0) / seen) : 1;
            quantiles[step] = Arrays.stream(known).map(it -> it * further).toArray();
        }
        return quantiles;
    }

    List<Ahead> forecast(Sales.Item item) {
        double[] past = item.filled();
        Choice choice = choice(item);
        double[] means = choice.method().forecast(past, WEEKS, Chooser.YEAR);
        List<Ahead> ahead = new ArrayList<>();
        double sum = 0;
        for (int i = 0; i < WEEKS; i++) {
            sum += means[i];
            ahead.add(new Ahead(
                    around(means[i], choice.scale(), week[i]),
                    around(sum, choice.scale() * Math.sqrt(i + 1), together[i])));
        }
        return ahead;
    }

    Choice choice(Sales.Item item) {
        Choice known = choices.get(item.id());
        return known == null
                ? Chooser.usual(usual, Arrays.stream(item.filled()).average().orElse(0))
                : known;
    }

    private static Forecast around(double mean, double scale, double[] misses) {
        return new Forecast(
                mean,
                Arrays.stream(misses)
                        .map(miss -> Math.max(0, mean + miss * scale))
                        .toArray());
    }

    /** Why nothing is said of an item; empty when there is enough. */
    static String missing(Sales.Item item) {
        if (item.weeks().length < FEWEST_WEEKS) {
            return "sold for " + item.weeks().length + " whole weeks; " + FEWEST_WEEKS + " are needed";
        }
        return item.units() < FEWEST_UNITS
                ? "sold " + Math.round(item.units()) + " times; " + FEWEST_UNITS + " are needed"
                : "";
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ShopDemand that
                && until.equals(that.until)
                && choices.equals(that.choices)
                && Arrays.deepEquals(together, that.together);
    }

    @Override
    public int hashCode() {
        return until.hashCode() * 31 + choices.hashCode();
    }
}
