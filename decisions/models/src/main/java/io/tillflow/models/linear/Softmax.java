package io.tillflow.models.linear;

import java.util.Arrays;

/**
 * Logistic regression over any number of classes with a ridge penalty.
 *
 * @param weights a row an input and one more for the constant, a column a class
 */
public record Softmax(float[][] weights) {
    /**
     * Learns.
     *
     * @param rows inputs; what is missing (NaN) counts as 0
     * @param labels the class of each row, from 0
     * @param ridge penalty on the squared weights, beside the mean loss of a row
     */
    public static Softmax fit(float[][] rows, int[] labels, int classes, double ridge) {
        SoftmaxLoss loss = new SoftmaxLoss(rows, labels, classes, ridge);
        return new Softmax(loss.shaped(new Lbfgs(80, 1e-6).minimise(loss, loss.size())));
    }

    public int classes() {
        return weights[0].length;
    }

    /** The sums of a row before they become probabilities. */
    public float[] sums(float[] row) {
        float[] sums = weights[weights.length - 1].clone();
        for (int j = 0; j < row.length; j++) {
            float x = row[j];
            if (x != 0 && !Float.isNaN(x)) {
                float[] column = weights[j];
                for (int k = 0; k < sums.length; k++) {
                    sums[k] += x * column[k];
                }
            }
        }
        return sums;
    }

    /** Sums become probabilities in place; the return value is the logarithm of their total. */
    static double normalise(float[] sums) {
        float largest = sums[0];
        for (float sum : sums) {
            largest = Math.max(largest, sum);
        }
        double total = 0;
        for (int k = 0; k < sums.length; k++) {
            sums[k] = (float) Math.exp(sums[k] - largest);
            total += sums[k];
        }
        for (int k = 0; k < sums.length; k++) {
            sums[k] /= (float) total;
        }
        return Math.log(total) + largest;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Softmax that && Arrays.deepEquals(weights, that.weights);
    }

    @Override
    public int hashCode() {
        return Arrays.deepHashCode(weights);
    }
}
