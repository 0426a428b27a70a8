package io.tillflow.models.tabular;

import java.util.List;

/**
 * Boosted trees as plain numbers: asked in microseconds, without the native library that learned them.
 *
 * @param base what all rows have in common
 */
public record Forest(double base, List<Tree> trees) {
    public Forest {
        trees = List.copyOf(trees);
    }

    /** The sum of each row before it becomes a probability. */
    double[] margins(float[][] rows) {
        double[] margins = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            margins[i] = margin(rows[i], new double[rows[i].length]);
        }
        return margins;
    }

    /** What each number of a row changed on the way through the trees; their sum is what sets the row apart from the others. */
    double[] contributions(float[] row) {
        double[] added = new double[row.length];
        margin(row, added);
        return added;
    }

    private double margin(float[] row, double[] added) {
        double margin = base;
        for (Tree tree : trees) {
            margin += tree.follow(row, added);
        }
        return margin;
    }
}
