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

    private record Neighbour(int item, int count) {}

    private final Pairs pairs;
    private final List<List<Neighbour>> neighbours = new ArrayList<>();

    Counting(Pairs pairs) {
        this.pairs = pairs;
        pairs.items().forEach(item -> neighbours.add(new ArrayList<>()));
        pairs.forEach((a, b, count) -> {
            if (count >= FEWEST_TOGETHER) {
                neighbours.get(a).add(new Neighbour(b, count));
                neighbours.get(b).add(new Neighbour(a, count));
            }
        });
        neighbours.replaceAll(all -> all.stream()
                .sorted(Comparator.comparingInt(Neighbour::count).reversed().thenComparingInt(Neighbour::item))
                .limit(KEPT)
                .toList());
    }

    List<String> suggest(List<String> basket, int many) {
        Map<Integer, Integer> together = new HashMap<>();
        for (int place : pairs.places(basket)) {
            neighbours.get(place).forEach(n -> together.merge(n.item(), n.count(), Integer::sum));
        }
        Set<String> suggested = new LinkedHashSet<>();
        together.entrySet().stream()
                .sorted(Map.Entry.<Integer, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .forEach(entry -> suggested.add(pairs.items().get(entry.getKey())));
        suggested.addAll(pairs.mostBought(many + basket.size()));
        basket.forEach(suggested::remove);
        return suggested.stream().limit(many).toList();
    }
}
