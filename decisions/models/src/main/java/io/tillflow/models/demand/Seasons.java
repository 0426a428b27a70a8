package io.tillflow.models.demand;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * How much each week of the year lies above or below the usual, category by category: from two whole years of all its items together, as far
 * as the second year looked like the first.
 *
 * @param factors 52 each, 1 for as usual
 */
record Seasons(Map<String, double[]> factors) {
    static final Seasons NONE = new Seasons(Map.of());
    private static final int YEAR = 52;
    /** Below, the years are no more alike than chance may make them. */
    private static final double ALIKE = 0.4;

    private static final double LEAST = 0.2;

    Seasons {
        factors = Map.copyOf(factors);
    }

    static Seasons learn(List<Item> items) {
        Map<String, List<Item>> categories = new HashMap<>();
        items.stream()
                .filter(item -> item.weeks().length >= 2 * YEAR)
                .forEach(item -> categories
                        .computeIfAbsent(item.about().category(), name -> new ArrayList<>())
                        .add(item));
        Map<String, double[]> factors = new HashMap<>();
        categories.forEach((category, alike) -> {
            double[] found = factors(alike);
            if (found.length > 0) {
                factors.put(category, found);
            }
        });
        return new Seasons(factors);
    }

    /** Empty when no season shows. */
    private static double[] factors(List<Item> items) {
        double[] total = new double[2 * YEAR];
        for (Item item : items) {
            double[] weeks = item.filled();
            for (int i = 0; i < total.length; i++) {
                total[i] += weeks[weeks.length - total.length + i];
            }
        }
        double[] ratios = aroundTheLine(total);
        double[] first = smoothed(Arrays.copyOf(ratios, YEAR));
        double[] second = smoothed(Arrays.copyOfRange(ratios, YEAR, 2 * YEAR));
        double alike = correlation(first, second);
        if (!(alike >= ALIKE)) {
            return new double[0];
        }
        double sure = 2 * alike / (1 + alike);
        LocalDate until = items.getFirst().until();
        double[] factors = new double[YEAR];
        Arrays.fill(factors, 1);
        for (int i = 0; i < YEAR; i++) {
            int week = weekOfYear(until, YEAR - 1 - i);
            factors[week] = Math.max(LEAST, 1 + sure * (first[i] + second[i]) / 2);
        }
        return factors;
    }

    /** How far off a straight line, as a part of it. */
    private static double[] aroundTheLine(double[] values) {
        double middle = (values.length - 1) / 2.0;
        double mean = Arrays.stream(values).average().orElse(0);
        double slope = 0;
        double squares = 0;
        for (int i = 0; i < values.length; i++) {
            slope += (i - middle) * (values[i] - mean);
            squares += (i - middle) * (i - middle);
        }
        double[] ratios = new double[values.length];
        for (int i = 0; i < ratios.length; i++) {
            double line = mean + slope / squares * (i - middle);
            ratios[i] = line > mean / 4 ? values[i] / line - 1 : 0;
        }
        return ratios;
    }

    /** Each with its neighbours in the round of the year. */
    private static double[] smoothed(double[] year) {
        double[] smooth = new double[YEAR];
        for (int i = 0; i < YEAR; i++) {
            smooth[i] = (year[(i + YEAR - 1) % YEAR] + 2 * year[i] + year[(i + 1) % YEAR]) / 4;
        }
        return smooth;
    }

    private static double correlation(double[] one, double[] other) {
        double product = 0;
        double squares = 0;
        double others = 0;
        for (int i = 0; i < YEAR; i++) {
            product += one[i] * other[i];
            squares += one[i] * one[i];
            others += other[i] * other[i];
        }
        return squares == 0 || others == 0 ? 0 : product / Math.sqrt(squares * others);
    }

    /** The week in which the middle day of the week lies that ended so many weeks before. */
    private static int weekOfYear(LocalDate until, long ago) {
        return Math.min(YEAR - 1, (until.minusWeeks(ago).minusDays(3).getDayOfYear() - 1) / 7);
    }

    /** @param ago how many weeks before the item's last; less than 0 for weeks ahead */
    double factor(Item item, long ago) {
        double[] known = factors.get(item.about().category());
        return known == null ? 1 : known[weekOfYear(item.until(), ago)];
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Seasons that
                && factors.keySet().equals(that.factors.keySet())
                && factors.keySet().stream().allMatch(it -> Arrays.equals(factors.get(it), that.factors.get(it)));
    }

    @Override
    public int hashCode() {
        return Objects.hash(factors.keySet());
    }
}
