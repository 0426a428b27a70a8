package io.tillflow.models.anomaly;

import java.util.List;

/** Finds after how many periods a metric repeats. */
final class Seasons {
    private static final List<Integer> LIKELY = List.of(7, 24, 12);
    private static final double SHOWS = 0.3;

    private Seasons() {}

    /** The likely length with the strongest autocorrelation of changes; 1 when none shows. */
    static int of(double[] values) {
        int best = 1;
        double strongest = SHOWS;
        for (int length : LIKELY) {
            if (values.length >= 4 * length) {
                double strength = autocorrelation(values, length);
                best = strength > strongest ? length : best;
                strongest = Math.max(strongest, strength);
            }
        }
        return best;
    }

    private static double autocorrelation(double[] values, int lag) {
        double[] steps = new double[values.length - 1];
        for (int i = 0; i < steps.length; i++) {
            double step = values[i + 1] - values[i];
            steps[i] = Double.isFinite(step) ? step : 0;
        }
        double all = 0;
        double together = 0;
        for (int i = 0; i < steps.length; i++) {
            all += steps[i] * steps[i];
            together += i >= lag ? steps[i] * steps[i - lag] : 0;
        }
        return all == 0 ? 0 : together / all;
    }
}
