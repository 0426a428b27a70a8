package io.tillflow.models.demand;

import org.apache.commons.math3.stat.regression.SimpleRegression;

/** Exponential smoothing, its parameters found on a grid by the error one period ahead. */
final class Smoothing {
    private static final double[] DAMPING = {0.8, 0.9, 0.95, 0.98};
    private static final double[] LEVEL = {0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.8, 0.95};
    private static final double[] TREND = {0.01, 0.05, 0.1, 0.2, 0.4};
    private static final int WARM_UP = 12;

    private Smoothing() {}

    private record Level(double error, double share, double level) {}

    /** A level that follows each period by the share that erred least. */
    private static Level level(double[] past) {
        Level best = new Level(Double.POSITIVE_INFINITY, 0, 0);
        for (int step = 0; step < 50; step++) {
            double share = 0.01 + step * 0.02;
            double level = past[0];
            double error = 0;
            for (int i = 1; i < past.length; i++) {
                double off = past[i] - level;
                error += off * off;
                level += share * off;
            }
            best = error < best.error ? new Level(error, share, level) : best;
        }
        return best;
    }

    /** Assimakopoulos and Nikolopoulos: half the straight line's slope, from a smoothed level. */
    static double[] theta(double[] past, int ahead) {
        SimpleRegression line = new SimpleRegression();
        for (int i = 0; i < past.length; i++) {
            line.addData(i, past[i]);
        }
        double slope = past.length < 3 ? 0 : line.getSlope();
        Level level = level(past);
        double drift = (1 - Math.pow(1 - level.share, past.length)) / level.share;
        double[] forecast = new double[ahead];
        for (int i = 0; i < ahead; i++) {
            forecast[i] = level.level + slope / 2 * (i + drift);
        }
        return forecast;
    }

    private record Trend(double error, double level, double slope, double damping) {}

    /** Level and a trend that fades. */
    static double[] dampedTrend(double[] past, int ahead) {
        double begin = 0;
        int warm = Math.min(WARM_UP, past.length);
        for (int i = 0; i < warm; i++) {
            begin += past[i] / warm;
        }
        Trend best = new Trend(Double.POSITIVE_INFINITY, 0, 0, 0);
        for (double level : LEVEL) {
            for (double trend : TREND) {
                for (double damping : DAMPING) {
                    Trend tried = tried(past, begin, new double[] {level, trend, damping});
                    best = tried.error < best.error ? tried : best;
                }
            }
        }
        double[] forecast = new double[ahead];
        double fade = 1;
        double sum = 0;
        for (int i = 0; i < ahead; i++) {
            sum += fade;
            fade *= best.damping;
            forecast[i] = best.level + best.slope * sum;
        }
        return forecast;
    }

    private static Trend tried(double[] past, double begin, double[] shares) {
        double level = begin;
        double slope = 0;
        double error = 0;
        for (double value : past) {
            double expected = level + shares[2] * slope;
            double off = value - expected;
            error += off * off;
            level = expected + shares[0] * off;
            slope = shares[2] * slope + shares[0] * shares[1] * off;
        }
        return new Trend(error, level, slope, shares[2]);
    }
}
