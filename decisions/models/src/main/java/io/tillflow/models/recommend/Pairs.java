package io.tillflow.models.recommend;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How often each item was bought, and each two of them together. */
final class Pairs {
    private final List<String> items;
    private final Map<String, Integer> places = new HashMap<>();
    private final int[] counts;
    private final long[] keys;
    private final int[] together;
    private final int baskets;

    private Pairs(Map<String, Integer> bought, int baskets, long[] sortedPairs) {
        this.items = bought.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.naturalOrder())))
                .map(Map.Entry::getKey)
                .toList();
        this.counts =
                items.stream().mapToInt(item -> bought.getOrDefault(item, 0)).toArray();
        this.baskets = baskets;
        for (int i = 0; i < items.size(); i++) {
            places.put(items.get(i), i);
        }
        this.keys = Arrays.stream(sortedPairs).distinct().toArray();
        this.together = new int[keys.length];
        int at = 0;
        for (long pair : sortedPairs) {
            at = keys[at] == pair ? at : at + 1;
            together[at]++;
        }
    }

    /** Items most bought first. */
    static Pairs count(Collection<List<String>> baskets) {
        Map<String, Integer> bought = new HashMap<>();
        baskets.forEach(basket -> basket.forEach(item -> bought.merge(item, 1, Integer::sum)));
        Pairs places = new Pairs(bought, baskets.size(), new long[0]);
        int pairs = baskets.stream()
                .mapToInt(basket -> basket.size() * (basket.size() - 1) / 2)
                .sum();
        long[] keys = new long[pairs];
        int at = 0;
        for (List<String> basket : baskets) {
            int[] ids = places.places(basket);
            for (int i = 0; i < ids.length; i++) {
                for (int j = i + 1; j < ids.length; j++) {
                    keys[at++] = ((long) Math.min(ids[i], ids[j]) << 32) | Math.max(ids[i], ids[j]);
                }
            }
        }
        Arrays.parallelSort(keys);
        return new Pairs(bought, baskets.size(), keys);
    }

    int[] places(Collection<String> basket) {
        return basket.stream()
                .map(places::get)
                .filter(java.util.Objects::nonNull)
                .mapToInt(Integer::intValue)
                .toArray();
    }

    List<String> items() {
        return items;
    }

    int baskets() {
        return baskets;
    }

    int count(int item) {
        return counts[item];
    }

    /** What a pair is told of. */
    interface Visitor {
        void pair(int first, int second, int count);
    }

    void forEach(Visitor visitor) {
        for (int i = 0; i < keys.length; i++) {
            visitor.pair((int) (keys[i] >> 32), (int) keys[i], together[i]);
        }
    }

    List<String> mostBought(int many) {
        return new ArrayList<>(items.subList(0, Math.min(many, items.size())));
    }
}
