package io.tillflow.models.support;

import java.util.Arrays;

/**
 * Examples in a byte a number, to find out whether anything like a text was ever seen.
 *
 * @param numbers one vector after the other, each number times 127 / {@code largest}
 */
public record Memory(byte[] numbers, int width, float largest) {
    static Memory of(float[][] vectors) {
        int width = vectors.length == 0 ? 1 : vectors[0].length;
        float largest = 1e-6f;
        for (float[] vector : vectors) {
            for (float x : vector) {
                largest = Math.max(largest, Math.abs(x));
            }
        }
        byte[] numbers = new byte[vectors.length * width];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = (byte) Math.round(vectors[i / width][i % width] * 127 / largest);
        }
        return new Memory(numbers, width, largest);
    }

    /** The cosine to the most similar example; 0 when there is none. */
    double nearest(float[] vector) {
        int[] query = new int[width];
        for (int i = 0; i < width; i++) {
            query[i] = Math.round(vector[i] * 1024);
        }
        int best = 0;
        for (int from = 0; from < numbers.length; from += width) {
            int sum = 0;
            for (int i = 0; i < width; i++) {
                sum += query[i] * numbers[from + i];
            }
            best = Math.max(best, sum);
        }
        return best * largest / 127.0 / 1024.0;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Memory that && width == that.width && Arrays.equals(numbers, that.numbers);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(numbers);
    }
}
