package io.tillflow.models.recommend;

import io.tillflow.models.support.Embedder;
import java.util.Arrays;
import java.util.List;

/** Texts are alike whose vectors lie close. */
final class Embedded implements Likeness {
    private final Embedder embedder;
    private final float[][] known;

    Embedded(Embedder embedder, List<String> known) {
        this.embedder = embedder;
        this.known = embedder.embed(known);
    }

    @Override
    public double[] to(String text) {
        float[] own = embedder.embed(List.of(text))[0];
        return Arrays.stream(known).mapToDouble(other -> product(own, other)).toArray();
    }

    private static double product(float[] one, float[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return Math.max(0, sum);
    }
}
