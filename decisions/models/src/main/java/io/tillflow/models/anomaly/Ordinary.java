package io.tillflow.models.anomaly;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What is ordinary for a metric at each of its periods, by those before it alone: so a rule says of the past what it would have said
 * then. Only the last {@link #LOOK_BACK} periods count; periods of which nothing is known are NaN.
 */
public final class Ordinary {
    public static final int LOOK_BACK = 400;

    private final double[] values;
    private final double threshold;
    private final Map<Integer, Watch> bySeason = new HashMap<>();

    /** @param threshold how many robust standard deviations off are out of the ordinary */
    public Ordinary(double[] values, double threshold) {
        this.values = values.clone();
        this.threshold = threshold;
    }

    /** Beyond low or high is out of the ordinary. */
    public record Reading(double expected, double low, double high) {}

    /** Empty while too little is known before it. */
    public Optional<Reading> at(int period) {
        double[] before = Arrays.copyOfRange(values, Math.max(0, period - LOOK_BACK), period);
        AnomalyModel model = new AnomalyModel(Seasons.of(before), threshold);
        Watch watch = bySeason.computeIfAbsent(model.season(), season -> new Watch(values, model));
        long known = Arrays.stream(before).filter(Double::isFinite).count();
        double reach = threshold * watch.deviation(period);
        if (known < Math.max(Anomaly.FEWEST_PERIODS, watch.warmUp()) || !(reach > 0)) {
            return Optional.empty();
        }
        double expected = watch.expected(period);
        return Optional.of(new Reading(expected, expected - reach, expected + reach));
    }
}
