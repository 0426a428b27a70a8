package io.tillflow.connectors.ai.sorting;

import io.tillflow.connectors.ai.sorting.SortedTexts.Sorted;
import io.tillflow.connectors.ai.sorting.SortedTexts.Split;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A sorter beside two rules: whichever label is most frequent, and whichever shares most words with the text. */
final class Comparison {
    private static final int MOST = 1_000;
    private static final int MOST_LABELS = 100;
    private static final List<Integer> EXAMPLES = List.of(0, 3);
    private static final long SEED = 7;

    private Comparison() {}

    /**
     * One way of asking.
     *
     * @param labels among how many labels a text was sorted: its own, and others by chance
     * @param examples how many each label had beside its name
     * @param right of the sorter, from 0 to 1
     */
    record Row(
            int labels, int examples, int texts, double right, double words, double mostFrequent, double millisEach) {
        boolean holds() {
            return right > words && right > mostFrequent;
        }

        String line() {
            return String.format(
                    Locale.ROOT,
                    "%6d %8d %6d %8.1f %% %8.1f %% %12.1f %% %8.1f",
                    labels,
                    examples,
                    texts,
                    100 * right,
                    100 * words,
                    100 * mostFrequent,
                    millisEach);
        }
    }

    static final String HEAD = "labels examples  texts      right      words  most frequent  ms each";

    static List<Row> of(SortedTexts texts, Sorter sorter) {
        List<Row> rows = new ArrayList<>();
        List<Integer> sizes = java.util.stream.Stream.of(
                        5, 20, Math.min(MOST_LABELS, texts.labels().size()))
                .map(size -> Math.min(size, texts.labels().size()))
                .distinct()
                .sorted()
                .toList();
        for (int examples : EXAMPLES) {
            Split split = texts.split(examples, MOST, new Random(SEED));
            if (!split.judged().isEmpty()) {
                sizes.forEach(size -> rows.add(row(split, examples, size, sorter)));
            }
        }
        return rows;
    }

    private static Row row(Split split, int examples, int size, Sorter sorter) {
        Map<String, Long> counts =
                split.judged().stream().collect(Collectors.groupingBy(Sorted::label, Collectors.counting()));
        Function<Map<String, String>, String> frequent = labels -> labels.keySet().stream()
                .max(java.util.Comparator.comparing((String label) -> counts.getOrDefault(label, 0L)))
                .orElseThrow();
        Sorter words = new WordOverlap();
        Random chance = new Random(SEED);
        int right = 0;
        int byWords = 0;
        int byFrequency = 0;
        long nanos = 0;
        for (Sorted one : split.judged()) {
            Map<String, String> labels = some(split.examples(), one.label(), size, chance);
            long begun = System.nanoTime();
            right += sorter.sort(one.text(), labels).equals(one.label()) ? 1 : 0;
            nanos += System.nanoTime() - begun;
            byWords += words.sort(one.text(), labels).equals(one.label()) ? 1 : 0;
            byFrequency += frequent.apply(labels).equals(one.label()) ? 1 : 0;
        }
        double all = split.judged().size();
        return new Row(size, examples, (int) all, right / all, byWords / all, byFrequency / all, nanos / 1e6 / all);
    }

    /** The text's own label and others by chance, in no telling order. */
    private static Map<String, String> some(Map<String, String> all, String own, int size, Random chance) {
        List<String> others = new ArrayList<>(all.keySet());
        others.remove(own);
        Collections.shuffle(others, chance);
        List<String> names = new ArrayList<>(others.subList(0, size - 1));
        names.add(chance.nextInt(size), own);
        Map<String, String> some = new LinkedHashMap<>();
        names.forEach(name -> some.put(name, all.getOrDefault(name, "")));
        return some;
    }
}
