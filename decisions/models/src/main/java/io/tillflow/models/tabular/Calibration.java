package io.tillflow.models.tabular;

import java.util.stream.IntStream;

/** Platt's line from a sum to a probability, so that of cases scored 0.3 three in ten are true. */
public record Calibration(double slope, double shift) {
    /** By Newton's method on sums of cases the model had not seen, with Platt's softened truth. */
    public static Calibration fit(double[] sums, boolean[] truth) {
        long positives = IntStream.range(0, truth.length).filter(i -> truth[i]).count();
        double high = (positives + 1.0) / (positives + 2.0);
        double low = 1.0 / (truth.length - positives + 2.0);
        Calibration line = new Calibration(1, 0);
        for (int step = 0; step < 100; step++) {
            Calibration better = line.newton(sums, truth, new double[] {low, high});
            double moved = Math.abs(better.slope - line.slope) + Math.abs(better.shift - line.shift);
            line = better;
            if (moved < 1e-9) {
                break;
            }
        }
        return line;
    }

    private Calibration newton(double[] sums, boolean[] truth, double[] soft) {
        double slopeSlope = 1e-9;
        double slopeShift = 0;
        double shiftShift = 1e-9;
        double toSlope = 0;
        double toShift = 0;
        for (int i = 0; i < sums.length; i++) {
            double p = probability(sums[i]);
            double off = p - soft[truth[i] ? 1 : 0];
            double weight = Math.max(p * (1 - p), 1e-12);
            toSlope += off * sums[i];
            toShift += off;
            slopeSlope += weight * sums[i] * sums[i];
            slopeShift += weight * sums[i];
            shiftShift += weight;
        }
        double determinant = slopeSlope * shiftShift - slopeShift * slopeShift;
        if (determinant < 1e-12) {
            return this;
        }
        double bySlope = (shiftShift * toSlope - slopeShift * toShift) / determinant;
        double byShift = (slopeSlope * toShift - slopeShift * toSlope) / determinant;
        double brake = Math.min(1, 2 / (Math.abs(bySlope) + Math.abs(byShift) + 1e-12));
        return new Calibration(slope - brake * bySlope, shift - brake * byShift);
    }

    /** Of a sum. */
    public double probability(double sum) {
        return 1 / (1 + Math.exp(-(slope * sum + shift)));
    }
}
