package io.tillflow.storefront.search.eval;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Normalised discounted cumulative gain of the first ten, with gain 2^grade - 1 and discount log2(rank + 1). */
final class Ndcg {
    static final int DEPTH = 10;

    private Ndcg() {}

    /** Between 0 and 1; 0 when nothing judged is any good. */
    static double of(List<String> ranked, Map<String, Integer> grades) {
        double best = gain(grades.values().stream()
                .sorted(Comparator.reverseOrder())
                .limit(DEPTH)
                .toList());
        double got = gain(ranked.stream()
                .limit(DEPTH)
                .map(id -> grades.getOrDefault(id, 0))
                .toList());
        return best == 0 ? 0 : got / best;
    }

    private static double gain(Collection<Integer> grades) {
        double sum = 0;
        int rank = 1;
        for (int grade : grades) {
            sum += (Math.pow(2, grade) - 1) / (Math.log(rank + 1) / Math.log(2));
            rank++;
        }
        return sum;
    }
}
