package io.tillflow.connectors.ai.sorting;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The label that shares most words with the text, in its name or in one of its examples; the first of those alike. */
final class WordOverlap implements Sorter {
    @Override
    public String sort(String text, Map<String, String> labels) {
        Set<String> said = words(text);
        String best = "";
        double most = -1;
        for (Map.Entry<String, String> label : labels.entrySet()) {
            double shared = Arrays.stream((label.getKey() + ";" + label.getValue()).split(";", -1))
                    .map(WordOverlap::words)
                    .filter(words -> !words.isEmpty())
                    .mapToDouble(words -> shared(said, words))
                    .max()
                    .orElse(0);
            if (shared > most) {
                best = label.getKey();
                most = shared;
            }
        }
        return best;
    }

    /** Those both have, of those either has. */
    private static double shared(Set<String> one, Set<String> other) {
        long both = one.stream().filter(other::contains).count();
        return (double) both / (one.size() + other.size() - both);
    }

    private static Set<String> words(String text) {
        return Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+", -1))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toSet());
    }
}
