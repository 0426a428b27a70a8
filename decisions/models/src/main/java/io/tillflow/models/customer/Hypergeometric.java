package io.tillflow.models.customer;

/** Gauss's hypergeometric series. */
final class Hypergeometric {
    private static final int MOST_TERMS = 10_000;

    private Hypergeometric() {}

    /**
     * 2F1(a, b; c; z).
     *
     * @param abc the three parameters
     * @param z at least 0 and less than 1
     */
    static double sum(double[] abc, double z) {
        double term = 1;
        double sum = 1;
        for (int j = 0; j < MOST_TERMS; j++) {
            term *= (abc[0] + j) * (abc[1] + j) / (abc[2] + j) / (j + 1) * z;
            sum += term;
            if (Math.abs(term) < 1e-13 * Math.abs(sum)) {
                break;
            }
        }
        return sum;
    }
}
