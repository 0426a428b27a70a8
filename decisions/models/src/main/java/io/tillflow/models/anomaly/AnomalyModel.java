package io.tillflow.models.anomaly;

/**
 * How a metric is watched.
 *
 * @param season periods until it repeats; 1 when it does not
 * @param threshold how many robust standard deviations off are out of the ordinary
 */
public record AnomalyModel(int season, double threshold) {
    static final double USUAL_THRESHOLD = 4.5;

    public AnomalyModel {
        if (season < 1 || !(threshold > 0)) {
            throw new IllegalArgumentException(
                    "expected a season of at least 1 and a threshold above 0, but got " + season + ", " + threshold);
        }
    }
}
