package io.tillflow.launcher.bench;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One measured figure beside its goal.
 *
 * @param n how many measurements are behind it
 * @param goal NaN where none is set
 * @param beside null where it was measured once, beside nothing
 */
public record BenchLine(
        String name,
        String unit,
        double ours,
        int n,
        double goal,
        boolean ok,
        @Nullable Beside beside) {

    /**
     * What a figure is the middle of, and what was measured in turns with it.
     *
     * @param peer NaN where nothing was
     * @param min the least of the rounds
     * @param max the most of them
     */
    public record Beside(double peer, double min, double max) {}

    /** Good when it does not exceed the goal. */
    public static BenchLine atMost(String name, String unit, double ours, int n, double goal) {
        return new BenchLine(name, unit, ours, n, goal, n > 0 && ours <= goal, null);
    }

    /** Good when it reaches the goal. */
    public static BenchLine atLeast(String name, String unit, double ours, int n, double goal) {
        return new BenchLine(name, unit, ours, n, goal, n > 0 && ours >= goal, null);
    }

    /** Told, not judged. */
    public static BenchLine plain(String name, String unit, double ours, int n) {
        return new BenchLine(name, unit, ours, n, Double.NaN, true, null);
    }

    public BenchLine beside(Beside other) {
        return new BenchLine(name, unit, ours, n, goal, ok, other);
    }

    public Map<String, Object> document() {
        Double peer = beside == null ? null : figure(beside.peer());
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("name", name);
        line.put("unit", unit);
        line.put("ours", figure(ours));
        line.put("peer", peer);
        line.put("ratio", peer == null || peer == 0 ? null : figure(ours / peer));
        if (beside != null) {
            line.put("min", figure(beside.min()));
            line.put("max", figure(beside.max()));
        }
        line.put("n", n);
        line.put("goal", Double.isNaN(goal) ? null : goal);
        line.put("ok", ok);
        return line;
    }

    public String text() {
        String aim = Double.isNaN(goal) ? "" : String.format(Locale.ROOT, "   goal %.0f %s", goal, unit);
        return String.format(
                Locale.ROOT, "%-45s %10.1f %-9s n=%d%s%s%s", name, ours, unit, n, spread(), aim, ok ? "" : "   MISSED");
    }

    private String spread() {
        if (beside == null) {
            return "";
        }
        String rounds = String.format(Locale.ROOT, "   %.1f to %.1f", beside.min(), beside.max());
        return Double.isNaN(beside.peer())
                ? rounds
                : rounds + String.format(Locale.ROOT, ", beside %.1f", beside.peer());
    }

    public static String machine() {
        return Runtime.getRuntime().availableProcessors() + " cores, " + System.getProperty("os.name") + " "
                + System.getProperty("os.arch") + ", Java " + System.getProperty("java.version");
    }

    private static @Nullable Double figure(double value) {
        return Double.isFinite(value) ? rounded(value) : null;
    }

    static double rounded(double value) {
        return Math.round(value * 100) / 100.0;
    }
}
