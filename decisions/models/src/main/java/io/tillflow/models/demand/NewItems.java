package io.tillflow.models.demand;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.apache.commons.math3.distribution.GammaDistribution;

/**
 * What a new item will sell: as many as items alike did in their first weeks, at its price, until its own weeks tell. The level is drawn from a
 * gamma distribution around that of its category, and what was sold of it narrows that down.
 *
 * @param levels of the categories, and of all items by {@link #ALL}
 * @param price by how many percent fewer are sold of what costs one percent more
 * @param sureness how sure that makes: one over the square of how far items lie from their category's level
 * @param sureOfAny the same of items whose category is not known, from the level of all
 * @param spread how many times as much weeks differ as chance alone would make them
 */
record NewItems(Map<String, Level> levels, double price, double sureness, double sureOfAny, double spread) {
    static final String ALL = "";
    static final int FEWEST_ALIKE = 5;
    static final int FEWEST_IN_ALL = 10;
    private static final int FIRST = 13;
    private static final int FEWEST_WEEKS = 4;
    private static final double BEFOREHAND = 2;

    NewItems {
        levels = Map.copyOf(levels);
    }

    /**
     * Of items alike.
     *
     * @param units a week, of one item in its first weeks, at that price
     * @param price in the middle, as a logarithm; NaN where prices are not known
     */
    record Level(double units, double price, int items) {
        /** With the units that these would sell at the price in the middle. */
        private Level at(double elasticity, List<Seen> some) {
            return new Level(mean(some, it -> it.units / priced(this, it.logPrice, elasticity)), price, items);
        }
    }

    /** An item that is known well enough to learn from. */
    private record Seen(String category, double logPrice, double units, double variance, int weeks) {}

    static NewItems learn(List<Item> items) {
        List<Seen> seen = items.stream().flatMap(item -> seen(item).stream()).toList();
        Map<String, List<Seen>> groups = new HashMap<>();
        seen.forEach(it -> {
            groups.computeIfAbsent(ALL, name -> new ArrayList<>()).add(it);
            if (!it.category.isEmpty()) {
                groups.computeIfAbsent(it.category, name -> new ArrayList<>()).add(it);
            }
        });
        Map<String, Level> levels = new HashMap<>();
        groups.forEach((name, some) -> {
            if (some.size() >= (name.equals(ALL) ? FEWEST_IN_ALL : FEWEST_ALIKE)) {
                levels.put(name, level(some));
            }
        });
        double price = price(seen, levels);
        levels.replaceAll((name, level) -> level.at(price, groups.getOrDefault(name, List.of())));
        double spread = Math.max(
                1,
                seen.stream()
                        .filter(it -> it.units > 0)
                        .mapToDouble(it -> it.variance / it.units)
                        .average()
                        .orElse(1));
        Map<String, Level> any = new HashMap<>(levels);
        any.keySet().retainAll(List.of(ALL));
        return new NewItems(
                levels, price, sureness(seen, levels, price, spread), sureness(seen, any, price, spread), spread);
    }

    private static Optional<Seen> seen(Item item) {
        double[] first = Arrays.stream(item.weeks())
                .filter(Double::isFinite)
                .limit(FIRST)
                .toArray();
        if (first.length < FEWEST_WEEKS) {
            return Optional.empty();
        }
        double mean = Arrays.stream(first).average().orElse(0);
        double squares =
                Arrays.stream(first).map(it -> (it - mean) * (it - mean)).sum();
        double logPrice = item.about().price() > 0 ? Math.log(item.about().price()) : Double.NaN;
        return Optional.of(
                new Seen(item.about().category(), logPrice, mean, squares / (first.length - 1), first.length));
    }

    private static Level level(List<Seen> some) {
        return new Level(mean(some, it -> it.units), mean(some, it -> it.logPrice), some.size());
    }

    private static double mean(List<Seen> some, ToDoubleFunction<Seen> figure) {
        return some.stream()
                .mapToDouble(figure)
                .filter(Double::isFinite)
                .average()
                .orElse(Double.NaN);
    }

    /** Within categories, drawn to nothing where prices hardly differ. */
    private static double price(List<Seen> seen, Map<String, Level> levels) {
        double product = 0;
        double squares = BEFOREHAND;
        for (Seen it : seen) {
            Level level = it.category.isEmpty() ? null : levels.get(it.category);
            if (level != null && level.units > 0 && Double.isFinite(it.logPrice)) {
                double off = it.logPrice - level.price;
                product += off * Math.log((it.units + 0.1) / (level.units + 0.1));
                squares += off * off;
            }
        }
        return Math.clamp(product / squares, -3, 0);
    }

    /** One over the square of how far items lie from what is expected of them, without what chance alone explains. */
    private static double sureness(List<Seen> seen, Map<String, Level> levels, double price, double spread) {
        double sum = 0;
        int counted = 0;
        for (Seen it : seen) {
            Level level = levels.getOrDefault(it.category, levels.get(ALL));
            if (level != null && level.units > 0) {
                double expected = level.units * priced(level, it.logPrice, price);
                sum += Math.pow(it.units / expected - 1, 2) - spread / expected / it.weeks;
                counted++;
            }
        }
        double fewTell = 1 + 2 / Math.sqrt(Math.max(1, counted));
        return counted == 0 ? 1 : Math.clamp(counted / Math.max(1e-9, sum) / fewTell, 0.2, 20);
    }

    private static double priced(Level level, double logPrice, double price) {
        double off = logPrice - level.price;
        return Double.isFinite(off) ? Math.exp(price * Math.clamp(off, -1.5, 1.5)) : 1;
    }

    /** What the item is like, as far as anything is known of such; empty when too few are. */
    Optional<Level> alike(Item item) {
        return Optional.ofNullable(levels.getOrDefault(item.about().category(), levels.get(ALL)));
    }

    /**
     * The weeks ahead, each alone and all up to it.
     *
     * @param effects how many times as much as usual is sold in each
     */
    List<ShopDemand.Ahead> forecast(Item item, Level alike, double[] effects) {
        double logPrice = item.about().price() > 0 ? Math.log(item.about().price()) : Double.NaN;
        double expected = Math.max(0.01, alike.units * priced(alike, logPrice, price));
        String category = item.about().category();
        double sure = !category.isEmpty() && levels.containsKey(category) ? sureness : sureOfAny;
        double shape = sure + item.units() / spread;
        double rate = sure / expected + item.onSale() / spread;
        double level = shape / rate;
        Map<Double, Forecast> told = new HashMap<>();
        List<ShopDemand.Ahead> ahead = new ArrayList<>();
        double sum = 0;
        for (double effect : effects) {
            sum += effect;
            Forecast week = told.computeIfAbsent(effect, weeks -> around(level, level / rate, weeks));
            Forecast together = told.computeIfAbsent(sum, weeks -> around(level, level / rate, weeks));
            ahead.add(new ShopDemand.Ahead(week, together));
        }
        return ahead;
    }

    /** Of so many usual weeks, in whole pieces: chance from week to week, and that the level itself is not known. */
    private Forecast around(double level, double variance, double weeks) {
        double mean = level * weeks;
        double spreads = mean * spread + variance * weeks * weeks;
        GammaDistribution sold = new GammaDistribution(mean * mean / spreads, spreads / mean);
        return new Forecast(
                mean,
                Arrays.stream(Forecast.LEVELS)
                        .map(sold::inverseCumulativeProbability)
                        .map(units -> Math.max(0, Math.ceil(units - 0.5)))
                        .toArray());
    }
}
