package io.tillflow.models.recommend;

import java.util.Arrays;
import java.util.List;

/**
 * How much each item in a basket speaks for each other item.
 *
 * @param items most bought first
 * @param shares in how many of the baskets each is
 * @param targets for each item the places of those it speaks for, or against
 * @param weights how much
 */
public record LinkModel(List<String> items, float[] shares, int[][] targets, float[][] weights) {
    public LinkModel {
        items = List.copyOf(items);
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
