package io.tillflow.models.tabular;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;

/** Parts of the data with the same share of true cases each, drawn by a seed. */
public final class Folds {
    private Folds() {}

    /** The part of each row. */
    public static int[] stratified(boolean[] truth, int parts, long seed) {
        int[] order = IntStream.range(0, truth.length).toArray();
        Random random = new Random(seed);
        for (int i = order.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int swapped = order[i];
            order[i] = order[j];
            order[j] = swapped;
        }
        int[] folds = new int[truth.length];
        int[] next = new int[2];
        for (int row : order) {
            folds[row] = next[truth[row] ? 1 : 0]++ % parts;
        }
        return folds;
    }

    public static int[] without(int[] folds, int fold) {
        return IntStream.range(0, folds.length).filter(i -> folds[i] != fold).toArray();
    }

    public static int[] only(int[] folds, int fold) {
        return IntStream.range(0, folds.length).filter(i -> folds[i] == fold).toArray();
    }

    static float[][] pick(float[][] rows, int[] places) {
        return Arrays.stream(places).mapToObj(i -> rows[i]).toArray(float[][]::new);
    }

    public static boolean[] pick(boolean[] truth, int[] places) {
        boolean[] picked = new boolean[places.length];
        for (int i = 0; i < places.length; i++) {
            picked[i] = truth[places[i]];
        }
        return picked;
    }

    static double share(boolean[] truth) {
        return (double) IntStream.range(0, truth.length).filter(i -> truth[i]).count() / truth.length;
    }
}
