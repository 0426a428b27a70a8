package io.tillflow.launcher.bench.lighthouse;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One figure of a page over several visits; what counts is the one in the middle. */
record Measured(Page page, Figure figure, List<Double> sorted) {
    private static final double DIGITS = 1000;

    Measured(Page page, Figure figure, List<Double> sorted) {
        this.page = page;
        this.figure = figure;
        this.sorted = sorted.stream().sorted().toList();
    }

    double median() {
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    boolean ok() {
        return figure.reached(median());
    }

    Map<String, Object> document() {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("name", page.name() + " " + figure.text());
        line.put("unit", figure.unit());
        line.put("ours", rounded(median()));
        line.put("peer", null);
        line.put("ratio", null);
        line.put("min", rounded(sorted.getFirst()));
        line.put("max", rounded(sorted.getLast()));
        line.put("n", sorted.size());
        line.put("goal", figure.goal());
        line.put("ok", ok());
        return line;
    }

    private static double rounded(double value) {
        return Math.round(value * DIGITS) / DIGITS;
    }
}
