package io.tillflow.models;

/**
 * One figure of an evaluation.
 *
 * @param split what was learned from and what was judged on
 * @param baseline what the simplest rule reaches on the same rows; NaN when there is none
 * @param reference a figure published or measured elsewhere for this kind of data; NaN when there is none
 * @param ok whether it beats the baseline and reaches the reference within the metric's tolerance
 */
public record Result(
        String model,
        String metric,
        String split,
        double value,
        double baseline,
        double reference,
        int rows,
        double seconds,
        boolean ok) {
    /** How a metric is judged. */
    public enum Better {
        HIGHER,
        LOWER
    }

    /** Judges a figure: at least as good as the baseline, and no further from the reference than the tolerance. */
    public static Result of(String model, String metric, Better better, Figures figures, Judged judged) {
        double sign = better == Better.HIGHER ? 1 : -1;
        boolean beats = Double.isNaN(figures.baseline) || sign * (figures.value - figures.baseline) >= 0;
        boolean reaches =
                Double.isNaN(figures.reference) || sign * (figures.value - figures.reference) >= -figures.tolerance;
        return new Result(
                model,
                metric,
                judged.split,
                figures.value,
                figures.baseline,
                figures.reference,
                judged.rows,
                judged.seconds,
                beats && reaches && Double.isFinite(figures.value));
    }

    /** Holds when the value lies within bounds, as a coverage should. */
    public static Result within(String model, String metric, double value, double[] bounds, Judged judged) {
        return new Result(
                model,
                metric + " within " + bounds[0] + ".." + bounds[1],
                judged.split,
                value,
                Double.NaN,
                (bounds[0] + bounds[1]) / 2,
                judged.rows,
                judged.seconds,
                value >= bounds[0] && value <= bounds[1]);
    }

    /**
     * The figure beside what it is compared with.
     *
     * @param tolerance how far from the reference chance alone may put it, in the metric's unit
     */
    public record Figures(double value, double baseline, double reference, double tolerance) {}

    /** On what it was judged, and how long fitting and judging took. */
    public record Judged(String split, int rows, double seconds) {}
}
