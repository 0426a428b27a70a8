package io.tillflow.models.life;

/**
 * By how much one figure is better than another, case by case on the same cases; positive is better.
 *
 * @param atWorst the lower end of its 90 % interval
 * @param atBest the upper end
 */
public record Gain(double mean, double atWorst, double atBest) {
    private static final double NORMAL_95 = 1.645;

    /** From the difference in each case. */
    public static Gain of(double[] differences) {
        int n = differences.length;
        double mean = java.util.Arrays.stream(differences).average().orElse(0);
        double squares = 0;
        for (double difference : differences) {
            squares += (difference - mean) * (difference - mean);
        }
        double half = n < 2 ? Double.MAX_VALUE : NORMAL_95 * Math.sqrt(squares / (n - 1) / n);
        return new Gain(mean, mean - half, mean + half);
    }
}
