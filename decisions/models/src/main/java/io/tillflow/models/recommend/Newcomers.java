package io.tillflow.models.recommend;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Articles that nobody has bought yet take their place beside those whose texts are most like theirs: they speak for what those speak for, and
 * what speaks for those speaks for them, though less.
 */
final class Newcomers {
    private static final int NEIGHBOURS = 5;
    private static final double ALIKE = 0.15;
    /** Of what speaks for a neighbour: that anybody wants the article is not shown yet. */
    private static final double UNPROVEN = 0.5;

    /** A shop in which more is new has nothing to stand beside. */
    private static final int MOST = 2000;

    private record Neighbour(int place, double share) {}

    private final LinkModel model;
    private final List<List<Neighbour>> neighbours = new ArrayList<>();
    private final List<String> items;
    private final int[][] targets;
    private final float[][] weights;

    private Newcomers(LinkModel model, List<String> unknown, Map<String, String> texts, Comparing comparing) {
        this.model = model;
        this.items = new ArrayList<>(model.items());
        int[] described = IntStream.range(0, items.size())
                .filter(place -> texts.containsKey(items.get(place)))
                .toArray();
        List<String> theirs = Arrays.stream(described)
                .mapToObj(place -> texts.getOrDefault(model.items().get(place), ""))
                .toList();
        Likeness likeness = comparing.with(theirs);
        for (String item : unknown) {
            List<Neighbour> nearest = nearest(likeness.to(texts.getOrDefault(item, "")), described);
            if (!nearest.isEmpty()) {
                items.add(item);
                neighbours.add(nearest);
            }
        }
        this.targets = Arrays.copyOf(model.targets(), items.size());
        this.weights = Arrays.copyOf(model.weights(), items.size());
    }

    /**
     * The model with places for the articles it does not know and finds neighbours of.
     *
     * @param texts of all articles, bought or not
     */
    static LinkModel join(LinkModel model, Map<String, String> texts, Comparing comparing) {
        Set<String> unknown = new TreeSet<>(texts.keySet());
        model.items().forEach(unknown::remove);
        return unknown.isEmpty()
                ? model
                : new Newcomers(model, unknown.stream().limit(MOST).toList(), texts, comparing).joined();
    }

    private static List<Neighbour> nearest(double[] alike, int[] described) {
        int[] best = IntStream.range(0, alike.length)
                .filter(i -> alike[i] >= ALIKE)
                .boxed()
                .sorted(Comparator.<Integer>comparingDouble(i -> -alike[i]).thenComparing(i -> i))
                .limit(NEIGHBOURS)
                .mapToInt(Integer::intValue)
                .toArray();
        double sum = Arrays.stream(best).mapToDouble(i -> alike[i]).sum();
        return Arrays.stream(best)
                .mapToObj(i -> new Neighbour(described[i], alike[i] / sum))
                .toList();
    }

    private LinkModel joined() {
        Map<Integer, Map<Integer, Double>> speaking = speaking();
        Map<Integer, Map<Integer, Double>> added = new HashMap<>();
        int known = model.items().size();
        for (int n = 0; n < neighbours.size(); n++) {
            int place = known + n;
            Map<Integer, Double> own = new HashMap<>();
            for (Neighbour near : neighbours.get(n)) {
                for (int k = 0; k < model.targets()[near.place].length; k++) {
                    own.merge(model.targets()[near.place][k], near.share * model.weights()[near.place][k], Double::sum);
                }
                speaking.getOrDefault(near.place, Map.of())
                        .forEach((from, weight) -> added.computeIfAbsent(from, first -> new HashMap<>())
                                .merge(place, UNPROVEN * near.share * weight, Double::sum));
            }
            targets[place] = new int[0];
            weights[place] = new float[0];
            append(place, own);
        }
        added.forEach(this::append);
        return new LinkModel(items, Arrays.copyOf(model.shares(), items.size()), targets, weights, model.counts());
    }

    /** For each neighbour what speaks for it, or against, and how much. */
    private Map<Integer, Map<Integer, Double>> speaking() {
        Set<Integer> wanted = new HashSet<>();
        neighbours.forEach(near -> near.forEach(one -> wanted.add(one.place)));
        Map<Integer, Map<Integer, Double>> speaking = new HashMap<>();
        for (int from = 0; from < model.items().size(); from++) {
            for (int k = 0; k < model.targets()[from].length; k++) {
                int to = model.targets()[from][k];
                if (wanted.contains(to)) {
                    speaking.computeIfAbsent(to, first -> new HashMap<>()).put(from, (double) model.weights()[from][k]);
                }
            }
        }
        return speaking;
    }

    private void append(int place, Map<Integer, Double> links) {
        int at = targets[place].length;
        targets[place] = Arrays.copyOf(targets[place], at + links.size());
        weights[place] = Arrays.copyOf(weights[place], at + links.size());
        for (Map.Entry<Integer, Double> link : links.entrySet()) {
            targets[place][at] = link.getKey();
            weights[place][at++] = link.getValue().floatValue();
        }
    }
}
