package io.tillflow.storefront.search;

import io.tillflow.storefront.language.Language;
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

/** Words that mean the same to a shopper: each line of {@code search/LANGUAGE/synonyms.txt} is one group. */
final class Synonyms {
    private final Analysis analysis;

    private final Map<String, Set<String>> others = new HashMap<>();

    private Synonyms(Analysis analysis, List<List<String>> groups) {
        this.analysis = analysis;
        for (List<String> group : groups) {
            for (String word : group) {
                Set<String> known = others.computeIfAbsent(word, w -> new LinkedHashSet<>());
                group.stream().filter(other -> !other.equals(word)).forEach(known::add);
            }
        }
    }

    static Synonyms shipped(Language language) {
        String file = "/search/" + language.code() + "/synonyms.txt";
        Analysis analysis = Analysis.of(language);
        try (InputStream in = Objects.requireNonNull(Synonyms.class.getResourceAsStream(file), file);
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return new Synonyms(
                    analysis,
                    lines.lines()
                            .filter(line -> !line.isBlank() && !line.startsWith("#"))
                            .map(line -> group(analysis, line))
                            .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> group(Analysis analysis, String line) {
        return Arrays.stream(line.split(","))
                .map(String::strip)
                .map(analysis::stem)
                .distinct()
                .toList();
    }

    Analysis analysis() {
        return analysis;
    }

    /** Stems, or several with a blank between, that mean the same as this one; not the stem itself. */
    Set<String> of(String stem) {
        return others.getOrDefault(stem, Set.of());
    }
}
