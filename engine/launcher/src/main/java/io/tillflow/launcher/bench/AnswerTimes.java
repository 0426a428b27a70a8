package io.tillflow.launcher.bench;

import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One question and how fast it was answered.
 *
 * @param ours the 95th percentile; of something done once for many, all the time it took
 * @param peer the 95th percentile that was measured at a smaller history, which the ratio compares with
 */
record AnswerTimes(
        String name,
        String unit,
        double ours,
        @Nullable Double peer,
        @Nullable Double ratio,
        double p50,
        double p95,
        double min,
        double max,
        int n,
        @Nullable Double goal,
        boolean ok) {

    private static final double NANOS_A_MILLI = 1e6;
    private static final double MILLIS_A_SECOND = 1_000;

    static AnswerTimes of(String name, long[] nanos, double goal, @Nullable Double smaller) {
        double[] millis = Arrays.stream(nanos)
                .sorted()
                .mapToDouble(it -> it / NANOS_A_MILLI)
                .toArray();
        double p95 = percentile(millis, 95);
        return new AnswerTimes(
                name,
                "ms",
                round(p95),
                smaller,
                smaller == null || smaller <= 0 ? null : round(p95 / smaller),
                round(percentile(millis, 50)),
                round(p95),
                round(millis[0]),
                round(millis[millis.length - 1]),
                millis.length,
                goal,
                p95 <= goal);
    }

    /**
     * Something done once for many; it has no goal.
     *
     * @param total until all of it was done
     * @param each of the many, from the same beginning until its own end
     */
    static AnswerTimes once(String name, long total, long[] each) {
        AnswerTimes parts = of(name, each, Double.MAX_VALUE, null);
        return new AnswerTimes(
                name,
                "ms",
                round(total / NANOS_A_MILLI),
                null,
                null,
                parts.p50(),
                parts.p95(),
                parts.min(),
                parts.max(),
                each.length,
                null,
                true);
    }

    String text() {
        if (goal == null) {
            return String.format(
                    Locale.ROOT,
                    "%-34s p50 %8.1f s    p95 %8.1f s    all of it %.1f s, %.0f a second",
                    name,
                    p50 / MILLIS_A_SECOND,
                    p95 / MILLIS_A_SECOND,
                    ours / MILLIS_A_SECOND,
                    n / (ours / MILLIS_A_SECOND));
        }
        return String.format(
                Locale.ROOT,
                "%-34s p50 %8.1f ms   p95 %8.1f ms   max %8.1f ms   goal %5.0f ms  %s%s",
                name,
                p50,
                p95,
                max,
                goal,
                ok ? "ok" : "MISSED",
                ratio == null ? "" : String.format(Locale.ROOT, "   x %.2f of the smaller history", ratio));
    }

    private static double percentile(double[] sorted, int percent) {
        return sorted[Math.max(0, Math.ceilDiv(sorted.length * percent, 100) - 1)];
    }

    private static double round(double value) {
        return Math.round(value * 100) / 100.0;
    }
}
