package io.tillflow.models.demand;

import java.util.Optional;

/** How much each period of a season lies above or below the usual: factors that average to 1. */
record Season(double[] factors) {
    /** By ratios to a centred moving average, if the season shows in the autocorrelation (90 % sure). */
    static Optional<Season> of(double[] values, int length) {
        if (length < 2 || values.length < 2 * length + 1 || !shows(values, length)) {
            return Optional.empty();
        }
        double[] sums = new double[length];
        int[] counts = new int[length];
        int half = length / 2;
        for (int i = half; i + half < values.length; i++) {
            double middle = 0;
            for (int j = i - half; j <= i + half; j++) {
                boolean edge = length % 2 == 0 && (j == i - half || j == i + half);
                middle += (edge ? 0.5 : 1) * values[j] / length;
            }
            if (middle > 0) {
                sums[i % length] += values[i] / middle;
                counts[i % length]++;
            }
        }
        double total = 0;
        for (int k = 0; k < length; k++) {
            sums[k] = counts[k] == 0 ? 1 : sums[k] / counts[k];
            total += sums[k];
        }
        for (int k = 0; k < length; k++) {
            sums[k] *= length / total;
            if (!(sums[k] > 0.01)) {
                return Optional.empty();
            }
        }
        return Optional.of(new Season(sums));
    }

    private static boolean shows(double[] values, int length) {
        double[] correlations = new double[length + 1];
        double mean = java.util.Arrays.stream(values).average().orElse(0);
        double variance = 0;
        for (double value : values) {
            variance += (value - mean) * (value - mean);
        }
        if (variance == 0) {
            return false;
        }
        double squares = 0;
        for (int lag = 1; lag <= length; lag++) {
            for (int i = lag; i < values.length; i++) {
                correlations[lag] += (values[i] - mean) * (values[i - lag] - mean) / variance;
            }
            squares += lag < length ? correlations[lag] * correlations[lag] : 0;
        }
        return Math.abs(correlations[length]) > 1.645 * Math.sqrt((1 + 2 * squares) / values.length);
    }

    double[] without(double[] values) {
        double[] plain = new double[values.length];
        for (int i = 0; i < plain.length; i++) {
            plain[i] = values[i] / factors[i % factors.length];
        }
        return plain;
    }

    /** Puts the season into values that follow this many periods. */
    double[] with(double[] values, int after) {
        double[] seasonal = new double[values.length];
        for (int i = 0; i < seasonal.length; i++) {
            seasonal[i] = values[i] * factors[(after + i) % factors.length];
        }
        return seasonal;
    }
}
