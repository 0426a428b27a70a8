package io.tillflow.models.linear;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** The mean loss of a softmax regression and its slope; rows are shared out to the processors. */
final class SoftmaxLoss implements Lbfgs.Slope {
    private static final int CHUNKS = 8;
    private final float[][] rows;
    private final int[] labels;
    private final int classes;
    private final int inputs;
    private final double ridge;

    SoftmaxLoss(float[][] rows, int[] labels, int classes, double ridge) {
        this.rows = rows;
        this.labels = labels;
        this.classes = classes;
        this.inputs = rows[0].length + 1;
        this.ridge = ridge;
    }

    int size() {
        return inputs * classes;
    }

    float[][] shaped(double[] flat) {
        float[][] weights = new float[inputs][classes];
        for (int i = 0; i < flat.length; i++) {
            weights[i / classes][i % classes] = (float) flat[i];
        }
        return weights;
    }

    private record Part(double loss, float[][] slope) {}

    @Override
    public double at(double[] point, double[] slope) {
        Softmax model = new Softmax(shaped(point));
        List<Part> parts = IntStream.range(0, CHUNKS)
                .parallel()
                .mapToObj(chunk -> part(model, (int) ((long) rows.length * chunk / CHUNKS), (int)
                        ((long) rows.length * (chunk + 1) / CHUNKS)))
                .toList();
        double loss = 0;
        Arrays.fill(slope, 0);
        for (Part part : parts) {
            loss += part.loss;
            for (int i = 0; i < slope.length; i++) {
                slope[i] += part.slope[i / classes][i % classes];
            }
        }
        loss /= rows.length;
        for (int i = 0; i < slope.length; i++) {
            boolean constant = i / classes == inputs - 1;
            slope[i] = slope[i] / rows.length + (constant ? 0 : ridge * point[i]);
            loss += constant ? 0 : ridge / 2 * point[i] * point[i];
        }
        return loss;
    }

    private Part part(Softmax model, int from, int to) {
        float[][] slope = new float[inputs][classes];
        double loss = 0;
        for (int i = from; i < to; i++) {
            float[] off = model.sums(rows[i]);
            float own = off[labels[i]];
            loss += Softmax.normalise(off) - own;
            off[labels[i]] -= 1;
            for (int j = 0; j < inputs; j++) {
                float x = j == inputs - 1 ? 1 : rows[i][j];
                if (x != 0 && !Float.isNaN(x)) {
                    add(slope[j], x, off);
                }
            }
        }
        return new Part(loss, slope);
    }

    private static void add(float[] to, float x, float[] off) {
        for (int k = 0; k < off.length; k++) {
            to[k] += x * off[k];
        }
    }
}
