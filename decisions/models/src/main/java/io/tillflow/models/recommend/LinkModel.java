package io.tillflow.models.recommend;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How much each item in a basket speaks for each other item.
 *
 * @param items most bought first
 * @param shares in how many of the baskets each is
 * @param targets for each item the places of those it speaks for, or against
 * @param weights how much
 * @param counts what that was learned from; absent in models of before there was more to learn
 */
public record LinkModel(
        List<String> items,
        float[] shares,
        int[][] targets,
        float[][] weights,
        @Nullable Counts counts) {
    public LinkModel {
        items = List.copyOf(items);
    }

    /** That cannot learn more. */
    public LinkModel(List<String> items, float[] shares, int[][] targets, float[][] weights) {
        this(items, shares, targets, weights, null);
    }

    /** Whether it can take later baskets. */
    public boolean canLearnMore() {
        return counts != null;
    }

    /** As if it had learned from these baskets too, which came after all the others; the same where it cannot. */
    public LinkModel with(Collection<List<String>> later) {
        return counts == null || later.isEmpty() ? this : Links.learn(counts.plus(later));
    }

    /**
     * With places for articles that nobody has bought yet, beside those whose texts are most like theirs.
     *
     * @param texts of all articles, bought or not
     */
    public LinkModel with(Map<String, String> texts, Comparing comparing) {
        return Newcomers.join(this, texts, comparing);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LinkModel that
                && items.equals(that.items)
                && Arrays.equals(shares, that.shares)
                && Arrays.deepEquals(targets, that.targets)
                && Arrays.deepEquals(weights, that.weights);
    }

    @Override
    public int hashCode() {
        return items.hashCode() * 31 + Arrays.hashCode(shares);
    }
}
