package io.tillflow.models.demand;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which way of forecasting suits each item: several moments of the past are forecast from what was known then, four weeks together. An item's
 * own past decides where it is clear, else what suits all items best.
 */
final class Chooser {
    static final int AHEAD = 4;
    static final int YEAR = 52;
    private static final int ORIGINS = 6;
    private static final int STRIDE = 2;
    private static final int FEWEST_BEFORE = 6;
    private static final double CLEARLY_BETTER = 0.85;
    private static final List<Method> METHODS = List.of(
            Method.RECENT, Method.MEAN, Method.THETA, Method.ETS, Method.TSB, Method.CROSTON, Method.SEASONAL_NAIVE);

    private final Map<String, Tried> tried = new HashMap<>();
    private final Method usual;

    /** How far off each method was: absolute and squared units of four weeks, over all origins. */
    private record Tried(double[] absolute, double[] squares, int origins, double weekly) {}

    Chooser(List<Item> items) {
        items.forEach(item -> tried.put(item.id(), tried(item.filled())));
        this.usual = usual();
    }

    /** What suits all items best. */
    Method usual() {
        double[] sums = new double[METHODS.size()];
        for (Tried one : tried.values()) {
            double scale = Arrays.stream(one.absolute)
                    .filter(Double::isFinite)
                    .average()
                    .orElse(0);
            for (int m = 0; m < sums.length && scale > 0; m++) {
                sums[m] += one.absolute[m] / scale;
            }
        }
        return METHODS.get(least(sums));
    }

    Map<String, Choice> choices() {
        Map<String, Choice> choices = new HashMap<>();
        tried.forEach((id, one) -> choices.put(id, choice(one)));
        return choices;
    }

    private Choice choice(Tried one) {
        int together = METHODS.indexOf(usual);
        int own = least(one.absolute);
        int best = one.absolute[own] < CLEARLY_BETTER * one.absolute[together] ? own : together;
        double poisson = Math.max(one.weekly, 0.1);
        double seen = one.origins == 0 ? poisson : one.squares[best] / one.origins / AHEAD;
        return new Choice(METHODS.get(best), Math.sqrt((seen + poisson) / 2));
    }

    /** Of an item that nothing is known of yet. */
    static Choice usual(Method method, double weekly) {
        return new Choice(method, Math.sqrt(Math.max(weekly, 0.1)));
    }

    private static Tried tried(double[] past) {
        double[] absolute = new double[METHODS.size()];
        double[] squares = new double[METHODS.size()];
        int origins = 0;
        for (int origin = 0; origin < ORIGINS; origin++) {
            int cut = past.length - AHEAD - origin * STRIDE;
            if (cut < FEWEST_BEFORE) {
                break;
            }
            origins++;
            double[] before = Arrays.copyOf(past, cut);
            double came = Arrays.stream(past, cut, cut + AHEAD).sum();
            for (int m = 0; m < absolute.length; m++) {
                double off = Method.SEASONAL_NAIVE == METHODS.get(m) && cut < YEAR
                        ? Double.POSITIVE_INFINITY
                        : sum(METHODS.get(m), before) - came;
                absolute[m] += Math.abs(off);
                squares[m] += off * off;
            }
        }
        return new Tried(
                absolute, squares, origins, Arrays.stream(past).average().orElse(0));
    }

    static double sum(Method method, double[] before) {
        return Arrays.stream(method.forecast(before, AHEAD, YEAR)).sum();
    }

    private static int least(double[] values) {
        int least = 0;
        for (int i = 1; i < values.length; i++) {
            least = values[i] < values[least] ? i : least;
        }
        return least;
    }
}
