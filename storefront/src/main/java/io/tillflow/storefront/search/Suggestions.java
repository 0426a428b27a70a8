package io.tillflow.storefront.search;

import static io.tillflow.storefront.language.Texts.say;

import io.tillflow.storefront.catalogue.Category;
import io.tillflow.storefront.catalogue.Product;
import io.tillflow.storefront.language.Language;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Completes what a shopper types: shelves first, then kinds of things, then things, the liked ones first. */
public final class Suggestions {
    private static final int MOST = 8;

    private final Analysis analysis;
    private final List<Entry> entries;

    private Suggestions(Analysis analysis, List<Entry> entries) {
        this.analysis = analysis;
        this.entries = entries;
    }

    /** One completion and where it leads. */
    public record Suggestion(String text, String kind, String path) {}

    private record Entry(Suggestion suggestion, List<String> words) {
        boolean answers(List<String> typed) {
            return typed.stream().allMatch(t -> words.stream().anyMatch(w -> w.startsWith(t)));
        }
    }

    static Suggestions of(Language language, List<Category> categories, List<Product> products) {
        Analysis analysis = Analysis.of(language);
        Map<String, Suggestion> all = new LinkedHashMap<>();
        categories.forEach(c ->
                all.put("c " + c.id(), new Suggestion(c.title(), say(language, "shop.suggest.shelf"), "/c/" + c.id())));
        products.forEach(p -> all.putIfAbsent(
                "k " + p.kind(),
                new Suggestion(p.kind(), say(language, "shop.suggest.kind"), "/search?q=" + encoded(p.kind()))));
        products.forEach(p -> all.put(
                "p " + p.slug(), new Suggestion(p.name(), say(language, "shop.suggest.product"), "/p/" + p.slug())));
        List<Entry> entries = new ArrayList<>();
        all.values().forEach(s -> entries.add(new Entry(s, analysis.words(s.text()))));
        return new Suggestions(analysis, List.copyOf(entries));
    }

    private static String encoded(String text) {
        return java.net.URLEncoder.encode(text, java.nio.charset.StandardCharsets.UTF_8);
    }

    List<Suggestion> of(String typed) {
        List<String> words = analysis.words(typed);
        if (words.isEmpty()) {
            return List.of();
        }
        return entries.stream()
                .filter(entry -> entry.answers(words))
                .limit(MOST)
                .map(Entry::suggestion)
                .toList();
    }
}
