package io.tillflow.storefront.search;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Words that mean the same to a shopper: each line of {@code search/synonyms.txt} is one group. */
final class Synonyms {
    private static final String FILE = "/search/synonyms.txt";

    private final Map<String, Set<String>> others = new HashMap<>();

    Synonyms(List<List<String>> groups) {
        for (List<String> group : groups) {
            for (String word : group) {
                Set<String> known = others.computeIfAbsent(word, w -> new LinkedHashSet<>());
                group.stream().filter(other -> !other.equals(word)).forEach(known::add);
            }
        }
    }

    static Synonyms shipped() {
        try (InputStream in = Objects.requireNonNull(Synonyms.class.getResourceAsStream(FILE), FILE);
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return new Synonyms(lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(Synonyms::group)
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> group(String line) {
        return Arrays.stream(line.split(","))
                .map(String::strip)
                .map(Analysis::stem)
                .distinct()
                .toList();
    }

    /** Stems, or several with a blank between, that mean the same as this one; not the stem itself. */
    Set<String> of(String stem) {
        return others.getOrDefault(stem, Set.of());
    }
}
