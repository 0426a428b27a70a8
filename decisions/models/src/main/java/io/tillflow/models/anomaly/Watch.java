package io.tillflow.models.anomaly;

import io.tillflow.models.measure.Ranking;
import java.util.Arrays;

/**
 * Compares each period with what those before it let expect: the recent level and the same phase of past seasons, both as
 * medians, so that one odd day does not spoil the next; a period is never compared with itself or later ones.
 */
final class Watch {
    private static final int SEASONS = 8;
    private static final int LEVEL_PERIODS = 14;
    private static final int SPREAD_PERIODS = 60;
    private static final double TO_DEVIATION = 1.4826;
    private final double[] values;
    private final AnomalyModel model;
    private final double[] expected;
    private final double[] deviation;

    Watch(double[] values, AnomalyModel model) {
        this.values = values;
        this.model = model;
        this.expected = new double[values.length];
        this.deviation = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            expected[i] = expect(i);
            deviation[i] = spread(i);
        }
    }

    /** Until then too little is known to call anything odd. */
    int warmUp() {
        return Math.max(LEVEL_PERIODS, 2 * model.season()) + model.season();
    }

    double expected(int at) {
        return expected[at];
    }

    /** One robust standard deviation of what is usual around the expectation. */
    double deviation(int at) {
        return deviation[at];
    }

    /** How many deviations off; 0 while warming up and where nothing is known. */
    double score(int at) {
        double off = values[at] - expected[at];
        return at < warmUp() || !Double.isFinite(off) || deviation[at] == 0 ? 0 : off / deviation[at];
    }

    boolean odd(int at) {
        return Math.abs(score(at)) > model.threshold();
    }

    private double expect(int at) {
        int window = Math.max(LEVEL_PERIODS, 2 * model.season());
        double level = median(Arrays.copyOfRange(values, Math.max(0, at - window), at));
        if (model.season() == 1) {
            return level;
        }
        double[] phase = new double[SEASONS];
        int known = 0;
        for (int back = 1; back <= SEASONS; back++) {
            int same = at - back * model.season();
            int half = model.season() / 2;
            if (same - half >= 0) {
                double around =
                        median(Arrays.copyOfRange(values, same - half, Math.min(same - half + model.season(), at)));
                if (Double.isFinite(values[same] - around)) {
                    phase[known++] = values[same] - around;
                }
            }
        }
        return known == 0 ? level : level + median(Arrays.copyOf(phase, known));
    }

    /** A constant metric has no spread of its own: then any change of a hundredth is odd. */
    private double spread(int at) {
        int from = Math.max(model.season(), at - SPREAD_PERIODS);
        if (from >= at) {
            return 0;
        }
        double[] off = new double[at - from];
        for (int i = from; i < at; i++) {
            off[i - from] = Math.abs(values[i] - expected[i]);
        }
        double middle = median(off);
        return middle > 0 ? TO_DEVIATION * middle : Math.abs(expected[at]) / 100;
    }

    static double median(double[] values) {
        double[] known = Arrays.stream(values).filter(Double::isFinite).toArray();
        return known.length == 0 ? Double.NaN : Ranking.quantile(known, 0.5);
    }
}
