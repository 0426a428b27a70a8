package io.tillflow.models.tabular;

import io.tillflow.models.table.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * How one column becomes numbers: scaled when it is numeric, else one number a known level.
 *
 * @param levels of a column of words, most frequent first; empty when it is numeric
 */
public record Column(String name, List<String> levels, double mean, double deviation) {
    private static final int MOST_LEVELS = 30;
    private static final int RAREST_LEVEL = 5;

    static Column learn(String name, Table table) {
        List<String> texts = table.texts(name);
        if (texts.stream().allMatch(Column::isNumeric)) {
            double[] known = java.util.Arrays.stream(table.numbers(name))
                    .filter(Double::isFinite)
                    .toArray();
            double mean = java.util.Arrays.stream(known).average().orElse(0);
            double variance = java.util.Arrays.stream(known)
                    .map(x -> (x - mean) * (x - mean))
                    .average()
                    .orElse(0);
            return new Column(name, List.of(), mean, variance > 0 ? Math.sqrt(variance) : 1);
        }
        Map<String, Long> counts = texts.stream()
                .map(String::strip)
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        List<String> levels = counts.entrySet().stream()
                .filter(level -> level.getValue() >= RAREST_LEVEL)
                .sorted(Map.Entry.<String, Long>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.naturalOrder())))
                .limit(MOST_LEVELS)
                .map(Map.Entry::getKey)
                .toList();
        return new Column(name, levels, 0, 1);
    }

    private static boolean isNumeric(String text) {
        try {
            Table.number(text, "");
            return true;
        } catch (io.tillflow.models.table.BadData ignored) {
            return false;
        }
    }

    boolean numeric() {
        return levels.isEmpty();
    }

    int width() {
        return numeric() ? 1 : levels.size();
    }

    /** Puts the value's numbers at the place; what is missing is NaN, an unknown level is no level. */
    void encode(String text, float[] into, int at) {
        if (!numeric()) {
            int level = levels.indexOf(text.strip());
            if (level >= 0) {
                into[at + level] = 1;
            }
            return;
        }
        double value = isNumeric(text) ? Table.number(text, name) : Double.NaN;
        into[at] = (float) ((value - mean) / deviation);
    }

    /** What each number says, as {@code contract = Two year}. */
    List<String> labels() {
        if (numeric()) {
            return List.of(name);
        }
        List<String> labels = new ArrayList<>();
        levels.forEach(level -> labels.add(name + " = " + level));
        return labels;
    }
}
