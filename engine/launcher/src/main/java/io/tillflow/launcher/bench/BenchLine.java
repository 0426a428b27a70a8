package io.tillflow.launcher.bench;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * One measured figure beside its goal.
 *
 * @param n how many measurements are behind it
 * @param goal NaN where none is set
 */
public record BenchLine(String name, String unit, double ours, int n, double goal, boolean ok) {

    /** Good when it does not exceed the goal. */
    public static BenchLine atMost(String name, String unit, double ours, int n, double goal) {
        return new BenchLine(name, unit, ours, n, goal, n > 0 && ours <= goal);
    }

    /** Good when it reaches the goal. */
    public static BenchLine atLeast(String name, String unit, double ours, int n, double goal) {
        return new BenchLine(name, unit, ours, n, goal, n > 0 && ours >= goal);
    }

    /** Told, not judged. */
    public static BenchLine plain(String name, String unit, double ours, int n) {
        return new BenchLine(name, unit, ours, n, Double.NaN, true);
    }

    public Map<String, Object> document() {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("name", name);
        line.put("unit", unit);
        line.put("ours", rounded(ours));
        line.put("peer", null);
        line.put("ratio", null);
        line.put("n", n);
        line.put("goal", Double.isNaN(goal) ? null : goal);
        line.put("ok", ok);
        return line;
    }

    public String text() {
        String aim = Double.isNaN(goal) ? "" : String.format(Locale.ROOT, "   goal %.0f %s", goal, unit);
        return String.format(
                Locale.ROOT, "%-45s %10.1f %-9s n=%d%s%s", name, ours, unit, n, aim, ok ? "" : "   MISSED");
    }

    public static String machine() {
        return Runtime.getRuntime().availableProcessors() + " cores, " + System.getProperty("os.name") + " "
                + System.getProperty("os.arch") + ", Java " + System.getProperty("java.version");
    }

    static double rounded(double value) {
        return Math.round(value * 100) / 100.0;
    }
}
