package io.tillflow.models.demand;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * How many times as much is sold when a part of the price is taken off: {@code (1 - off) ^ -strength}, learned from all items together, and of
 * each as far as its own offers tell.
 *
 * @param shared strength of an item without offers of its own; 0 where too few offers tell
 * @param own of the others
 * @param offers weeks of items that it was learned from
 */
record Promotions(double shared, Map<String, Double> own, int offers) {
    static final Promotions NONE = new Promotions(0, Map.of(), 0);
    static final int FEWEST_OFFERS = 20;
    private static final int AROUND = 4;
    private static final int FEWEST_AROUND = 4;
    /** How certain it is beforehand that nothing changes, and that an item answers as all do: one over the square of a usual distance. */
    private static final double BEFOREHAND = 1 / (3.0 * 3.0);

    private static final double ALIKE = 1 / (0.7 * 0.7);
    private static final double STRONGEST = 8;
    private static final int STEPS = 25;

    Promotions {
        own = Map.copyOf(own);
    }

    /** A week with something taken off: how many were sold, how many would have been, and how much was taken off as a logarithm. */
    private record Offer(double sold, double usual, double depth) {}

    static Promotions learn(List<Item> items) {
        Map<String, List<Offer>> offers = new HashMap<>();
        items.forEach(item -> {
            List<Offer> found = offers(item);
            if (!found.isEmpty()) {
                offers.put(item.id(), found);
            }
        });
        List<Offer> all = offers.values().stream().flatMap(List::stream).toList();
        if (all.size() < FEWEST_OFFERS) {
            return new Promotions(0, Map.of(), all.size());
        }
        double rough = strength(all, 0, BEFOREHAND, 1);
        double spread = spread(all, rough);
        double shared = strength(all, 0, BEFOREHAND, spread);
        Map<String, Double> own = new HashMap<>();
        offers.forEach((id, some) -> own.put(id, strength(some, shared, ALIKE, spread)));
        return new Promotions(shared, own, all.size());
    }

    private static List<Offer> offers(Item item) {
        List<Offer> offers = new ArrayList<>();
        for (int week = 0; week < item.weeks().length; week++) {
            if (item.off()[week] > 0 && Double.isFinite(item.weeks()[week])) {
                double usual = usual(item, week);
                if (usual > 0) {
                    offers.add(new Offer(item.weeks()[week], usual, depth(item.off()[week])));
                }
            }
        }
        return offers;
    }

    /** Of the nearest weeks at the full price, before and after; NaN when they are too few. */
    private static double usual(Item item, int week) {
        double[] near = IntStream.range(0, item.weeks().length)
                .filter(other -> item.off()[other] == 0 && Double.isFinite(item.weeks()[other]))
                .boxed()
                .sorted(Comparator.comparingInt(other -> Math.abs(other - week)))
                .limit(2L * AROUND)
                .mapToDouble(other -> item.weeks()[other])
                .toArray();
        return near.length < FEWEST_AROUND
                ? Double.NaN
                : Arrays.stream(near).average().orElse(Double.NaN);
    }

    private static double depth(double off) {
        return -Math.log(1 - off);
    }

    /** The likeliest, units taken for counts that spread so many times as much as chance alone would, given what is expected beforehand. */
    private static double strength(List<Offer> offers, double expected, double certain, double spread) {
        double strength = expected;
        for (int step = 0; step < STEPS; step++) {
            double slope = -certain * (strength - expected);
            double bend = -certain;
            for (Offer offer : offers) {
                double fitted = offer.usual * Math.exp(strength * offer.depth);
                slope += (offer.sold - fitted) * offer.depth / spread;
                bend -= fitted * offer.depth * offer.depth / spread;
            }
            double next = Math.clamp(strength - Math.clamp(slope / bend, -1, 1), -STRONGEST, STRONGEST);
            if (Math.abs(next - strength) < 1e-9) {
                return next;
            }
            strength = next;
        }
        return strength;
    }

    private static double spread(List<Offer> offers, double strength) {
        double squares = 0;
        for (Offer offer : offers) {
            double fitted = offer.usual * Math.exp(strength * offer.depth);
            squares += Math.pow(offer.sold - fitted, 2) / fitted;
        }
        return Math.max(1, squares / offers.size());
    }

    /** How many times as much as at the full price. */
    double factor(String id, double off) {
        return off == 0 ? 1 : Math.exp(own.getOrDefault(id, shared) * depth(off));
    }
}
