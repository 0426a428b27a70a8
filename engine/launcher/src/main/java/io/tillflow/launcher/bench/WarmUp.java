package io.tillflow.launcher.bench;

import java.util.Locale;

/**
 * Rounds that do not count: after a start the first ones show how a JVM compiles. They go on until two in a row are alike, in the
 * middle and at the slow end.
 *
 * @param settled false when they were not alike after the most that are run; then the machine has other work, or the JVM still compiles
 */
record WarmUp(int rounds, boolean settled) {
    private static final int LEAST = 3;
    private static final int MOST = 10;
    private static final double ALIKE = 1.25;

    /** One round of what is to be measured. */
    interface Rounds {
        Load.Round next() throws InterruptedException;
    }

    static WarmUp of(Rounds rounds) throws InterruptedException {
        Load.Round before = rounds.next();
        for (int n = 2; n <= MOST; n++) {
            Load.Round now = rounds.next();
            System.err.printf(Locale.ROOT, "warming up %d: p99 %.1f ms%n", n, now.percentile(99));
            if (n >= LEAST && alike(before, now, 50) && alike(before, now, 99)) {
                return new WarmUp(n, true);
            }
            before = now;
        }
        return new WarmUp(MOST, false);
    }

    private static boolean alike(Load.Round one, Load.Round other, int p) {
        double more = Math.max(one.percentile(p), other.percentile(p));
        return more <= ALIKE * Math.min(one.percentile(p), other.percentile(p));
    }

    String text() {
        return settled
                ? "warm after " + rounds + " rounds"
                : "not the same twice in " + rounds + " rounds of warming up: something else uses this machine";
    }
}
