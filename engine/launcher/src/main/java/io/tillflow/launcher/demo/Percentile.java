package io.tillflow.launcher.demo;

/** The nearest-rank percentile. */
final class Percentile {
    private Percentile() {}

    /** @param sorted ascending; 0 when there is nothing to measure */
    static long of(long[] sorted, int percent) {
        return sorted.length == 0 ? 0 : sorted[Math.max(0, Math.ceilDiv(sorted.length * percent, 100) - 1)];
    }
}
