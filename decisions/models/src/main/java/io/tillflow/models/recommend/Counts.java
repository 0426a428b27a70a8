package io.tillflow.models.recommend;

import io.tillflow.models.table.BadData;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * How often each item was bought and each two of them together, to which later baskets can be added. The newest basket counts one, older ones
 * less and less.
 *
 * @param items in the order in which they were first bought
 * @param bought in how many baskets each is
 * @param first one of a pair; pairs ascend by the places of their items
 * @param second the other, of a later place
 * @param together in how many baskets both are
 * @param baskets how many there are
 * @param halfLife after how many more baskets one counts a half; 0 when all count alike
 */
public record Counts(
        List<String> items,
        double[] bought,
        int[] first,
        int[] second,
        double[] together,
        double baskets,
        double halfLife) {
    /** A shop with fewer orders forgets hardly anything, one with many follows its shoppers. */
    static final double HALF_LIFE = 500_000;

    private static final int ITEM_BITS = 20;
    private static final int AGE_BITS = 63 - 2 * ITEM_BITS;
    private static final int OLDEST = (1 << AGE_BITS) - 1;

    public Counts {
        items = List.copyOf(items);
        boolean whole =
                bought.length == items.size() && first.length == second.length && first.length == together.length;
        if (!whole || !(halfLife >= 0)) {
            throw new BadData("expected a count for each item and pair and a half-life of at least 0, but got "
                    + items.size() + " items, " + bought.length + " counts, " + first.length + " and " + second.length
                    + " halves of pairs, " + together.length + " counts and a half-life of " + halfLife);
        }
    }

    /** What a pair is told of. */
    interface Visitor {
        void pair(int first, int second, double count);
    }

    /** Of baskets in the order of their time, the oldest first. */
    static Counts of(Collection<List<String>> baskets) {
        return of(baskets, HALF_LIFE);
    }

    /** As {@link #of}, but all baskets count alike. */
    static Counts alike(Collection<List<String>> baskets) {
        return of(baskets, 0);
    }

    static Counts of(Collection<List<String>> baskets, double halfLife) {
        return new Counts(List.of(), new double[0], new int[0], new int[0], new double[0], 0, halfLife).plus(baskets);
    }

    /** The same as counting these after all that were counted before; an item twice in a basket counts once. */
    Counts plus(Collection<List<String>> later) {
        List<String> all = new ArrayList<>(items);
        Map<String, Integer> places = new HashMap<>();
        all.forEach(item -> places.put(item, places.size()));
        int[][] ids = later.stream()
                .map(basket -> basket.stream()
                        .mapToInt(item -> places.computeIfAbsent(item, fresh -> {
                            all.add(fresh);
                            return all.size() - 1;
                        }))
                        .distinct()
                        .toArray())
                .toArray(int[][]::new);
        if (all.size() > 1 << ITEM_BITS) {
            throw new BadData("expected at most " + (1 << ITEM_BITS) + " different items, but got " + all.size());
        }
        double faded = weight(ids.length);
        double[] single = new double[all.size()];
        Arrays.setAll(single, i -> i < bought.length ? bought[i] * faded : 0);
        double sum = baskets * faded;
        for (int i = 0; i < ids.length; i++) {
            double weight = weight(ids.length - 1 - i);
            sum += weight;
            for (int item : ids[i]) {
                single[item] += weight;
            }
        }
        return merged(all, single, sum, faded, occurrences(ids));
    }

    private double weight(long age) {
        return halfLife == 0 ? 1 : Math.pow(0.5, age / halfLife);
    }

    /** Each pair of each basket as one number: its places and how many baskets came after it; ascending. */
    private static long[] occurrences(int[][] baskets) {
        long[] found = new long
                [Arrays.stream(baskets)
                        .mapToInt(basket -> basket.length * (basket.length - 1) / 2)
                        .sum()];
        int at = 0;
        for (int b = 0; b < baskets.length; b++) {
            int[] ids = baskets[b];
            long age = Math.min(baskets.length - 1 - b, OLDEST);
            for (int i = 0; i < ids.length; i++) {
                for (int j = i + 1; j < ids.length; j++) {
                    found[at++] = pair(Math.min(ids[i], ids[j]), Math.max(ids[i], ids[j])) << AGE_BITS | age;
                }
            }
        }
        Arrays.parallelSort(found);
        return found;
    }

    private static long pair(int first, int second) {
        return (long) first << ITEM_BITS | second;
    }

    private Counts merged(List<String> all, double[] single, double sum, double faded, long[] fresh) {
        int most = first.length + fresh.length;
        int[] ones = new int[most];
        int[] others = new int[most];
        double[] counts = new double[most];
        int n = 0;
        int old = 0;
        int at = 0;
        while (old < first.length || at < fresh.length) {
            long known = old < first.length ? pair(first[old], second[old]) : Long.MAX_VALUE;
            long next = at < fresh.length ? fresh[at] >>> AGE_BITS : Long.MAX_VALUE;
            long pair = Math.min(known, next);
            double count = known == pair ? together[old++] * faded : 0;
            while (at < fresh.length && fresh[at] >>> AGE_BITS == pair) {
                count += weight(fresh[at++] & OLDEST);
            }
            ones[n] = (int) (pair >>> ITEM_BITS);
            others[n] = (int) pair & ((1 << ITEM_BITS) - 1);
            counts[n++] = count;
        }
        return new Counts(
                all, single, Arrays.copyOf(ones, n), Arrays.copyOf(others, n), Arrays.copyOf(counts, n), sum, halfLife);
    }

    /** Without the pairs seen least, where there are more. */
    Counts keeping(int most) {
        if (together.length <= most) {
            return this;
        }
        double[] sorted = together.clone();
        Arrays.sort(sorted);
        double least = sorted[sorted.length - most];
        int[] kept = IntStream.range(0, together.length)
                .filter(i -> together[i] >= least)
                .limit(most)
                .toArray();
        return new Counts(
                items,
                bought,
                Arrays.stream(kept).map(i -> first[i]).toArray(),
                Arrays.stream(kept).map(i -> second[i]).toArray(),
                Arrays.stream(kept).mapToDouble(i -> together[i]).toArray(),
                baskets,
                halfLife);
    }

    void forEach(Visitor visitor) {
        for (int i = 0; i < first.length; i++) {
            visitor.pair(first[i], second[i], together[i]);
        }
    }

    /** The places of all items, those bought most first. */
    int[] places() {
        return IntStream.range(0, items.size())
                .boxed()
                .sorted(Comparator.<Integer>comparingDouble(i -> -bought[i]).thenComparing(items::get))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    List<String> mostBought(int many) {
        return Arrays.stream(places()).limit(many).mapToObj(items::get).toList();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Counts that
                && items.equals(that.items)
                && baskets == that.baskets
                && Arrays.equals(bought, that.bought)
                && Arrays.equals(first, that.first)
                && Arrays.equals(second, that.second)
                && Arrays.equals(together, that.together);
    }

    @Override
    public int hashCode() {
        return Objects.hash(items, baskets);
    }
}
