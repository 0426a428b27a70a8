package io.tillflow.storefront.search;

import io.tillflow.storefront.search.Found.Hit;
import io.tillflow.storefront.search.meaning.Meaning;
import io.tillflow.storefront.search.meaning.Meanings;
import io.tillflow.storefront.search.meaning.Meanings.Near;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One order out of two: how well the words fit and how alike the meaning is, each as a part of the best there is. Where nothing
 * answers every word, what is close in meaning joins. Measured with {@code eval search}.
 *
 * @see "docs/adr/0032"
 */
public final class Blend {
    private static final float MEANING = 0.4f;

    /** Nearer than what has nothing to do with it, by far not only what says the same. */
    private static final float CLOSE = 0.3f;

    private static final int JOINING = 24;
    private static final Comparator<Hit> BEST =
            Comparator.comparingDouble(Hit::score).reversed().thenComparing(Hit::id);

    private Blend() {}

    public static Found of(Found words, Meaning asked, Meanings meanings, int most) {
        boolean answered = words.whole() && !words.hits().isEmpty();
        Map<String, Float> fit = new HashMap<>();
        Map<String, Float> alike = new HashMap<>();
        for (Hit hit : words.hits()) {
            fit.put(hit.id(), hit.score());
            meanings.alike(hit.id(), asked).ifPresent(like -> alike.put(hit.id(), Math.max(0, like)));
        }
        for (Near near : answered ? List.<Near>of() : meanings.nearest(asked, JOINING, CLOSE)) {
            fit.putIfAbsent(near.id(), 0f);
            alike.put(near.id(), near.alike());
        }
        return alike.isEmpty()
                ? words
                : new Found(ordered(fit, alike).stream().limit(most).toList(), words.whole(), words.readAs());
    }

    /** What is too new to have been read counts as the least alike. Where nothing is close, the words order nearly alone. */
    private static List<Hit> ordered(Map<String, Float> fit, Map<String, Float> alike) {
        float best = largest(fit, Float.MIN_NORMAL);
        float closest = largest(alike, CLOSE);
        float least = alike.values().stream().min(Float::compare).orElse(0f);
        return fit.entrySet().stream()
                .map(product -> new Hit(
                        product.getKey(),
                        (1 - MEANING) * product.getValue() / best
                                + MEANING * alike.getOrDefault(product.getKey(), least) / closest))
                .sorted(BEST)
                .toList();
    }

    private static float largest(Map<String, Float> values, float least) {
        return Math.max(values.values().stream().max(Float::compare).orElse(0f), least);
    }
}
