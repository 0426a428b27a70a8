package io.tillflow.models.recommend;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The simple rule a shop has without a model: what was most often in the same baskets, then what is bought most. */
final class Counting {
    private static final int KEPT = 6;
    private static final int FEWEST_TOGETHER = 2;

    private record Neighbour(String item, double count) {}

    private final List<String> mostBought;
    private final Map<String, Integer> ranks = new HashMap<>();
    private final Map<String, List<Neighbour>> neighbours = new HashMap<>();

    Counting(Counts counts) {
        List<String> items = counts.items();
        this.mostBought = counts.mostBought(items.size());
        mostBought.forEach(item -> ranks.put(item, ranks.size()));
        counts.forEach((a, b, count) -> {
            if (count >= FEWEST_TOGETHER) {
                add(items.get(a), new Neighbour(items.get(b), count));
                add(items.get(b), new Neighbour(items.get(a), count));
            }
        });
        neighbours.replaceAll((item, all) -> all.stream()
                .sorted(Comparator.comparingDouble(Neighbour::count)
                        .reversed()
                        .thenComparing(Neighbour::item, byRank()))
                .limit(KEPT)
                .toList());
    }

    private Comparator<String> byRank() {
        return Comparator.comparingInt(item -> ranks.getOrDefault(item, ranks.size()));
    }

    private void add(String item, Neighbour neighbour) {
        neighbours.computeIfAbsent(item, first -> new ArrayList<>()).add(neighbour);
    }

    List<String> suggest(List<String> basket, int many) {
        Map<String, Double> together = new HashMap<>();
        for (String item : basket) {
            neighbours.getOrDefault(item, List.of()).forEach(n -> together.merge(n.item(), n.count(), Double::sum));
        }
        Set<String> suggested = new LinkedHashSet<>();
        together.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry::getKey, byRank()))
                .forEach(entry -> suggested.add(entry.getKey()));
        suggested.addAll(mostBought.subList(0, Math.min(mostBought.size(), many + basket.size())));
        basket.forEach(suggested::remove);
        return suggested.stream().limit(many).toList();
    }
}
