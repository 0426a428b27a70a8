package io.tillflow.models.support;

import io.tillflow.models.table.Table;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/**
 * Texts and what they are about.
 *
 * @param vectors the texts embedded
 */
record Examples(List<String> intents, float[][] vectors) {
    private static final Set<String> NO_INTENT = Set.of("oos", "out_of_scope", "none", "");

    Examples {
        intents = List.copyOf(intents);
        if (intents.size() != vectors.length) {
            throw new IllegalArgumentException("expected a vector for each of " + intents.size() + " examples");
        }
    }

    static Examples read(Collection<Table> tables, Embedder embedder) {
        List<String> texts = new ArrayList<>();
        List<String> intents = new ArrayList<>();
        for (Table table : tables) {
            texts.addAll(table.texts("text"));
            table.texts("intent").forEach(intent -> intents.add(intent.strip()));
        }
        return new Examples(intents, embedder.embed(texts));
    }

    /** An intent's name is its first example: {@code cancel_order} says "cancel order". */
    Examples withNames(Embedder embedder) {
        List<String> names = known();
        float[][] named = embedder.embed(
                names.stream().map(name -> name.replaceAll("[_-]+", " ")).toList());
        List<String> all = new ArrayList<>(intents);
        all.addAll(names);
        float[][] both = java.util.Arrays.copyOf(vectors, all.size());
        System.arraycopy(named, 0, both, vectors.length, named.length);
        return new Examples(all, both);
    }

    static boolean isIntent(String intent) {
        return !NO_INTENT.contains(intent.toLowerCase(Locale.ROOT));
    }

    /** The intents in the order of their names, without what stands for none. */
    List<String> known() {
        return intents.stream().filter(Examples::isIntent).distinct().sorted().toList();
    }

    Examples inScope() {
        return pick(java.util.stream.IntStream.range(0, intents.size())
                .filter(i -> isIntent(intents.get(i)))
                .toArray());
    }

    Examples outOfScope() {
        return pick(java.util.stream.IntStream.range(0, intents.size())
                .filter(i -> !isIntent(intents.get(i)))
                .toArray());
    }

    Examples pick(int[] places) {
        List<String> picked = new ArrayList<>();
        float[][] rows = new float[places.length][];
        for (int i = 0; i < places.length; i++) {
            picked.add(intents.get(places[i]));
            rows[i] = vectors[places[i]];
        }
        return new Examples(picked, rows);
    }

    /** The places of at most so many examples of each intent, drawn by a seed, in their order. */
    int[] some(int each, long seed) {
        Map<String, List<Integer>> places = new TreeMap<>();
        for (int i = 0; i < intents.size(); i++) {
            places.computeIfAbsent(intents.get(i), intent -> new ArrayList<>()).add(i);
        }
        Random random = new Random(seed);
        List<Integer> some = new ArrayList<>();
        places.values().forEach(all -> {
            java.util.Collections.shuffle(all, random);
            some.addAll(all.subList(0, Math.min(each, all.size())));
        });
        return some.stream().sorted().mapToInt(Integer::intValue).toArray();
    }

    int[] others(int[] places) {
        Set<Integer> taken = new java.util.HashSet<>();
        for (int place : places) {
            taken.add(place);
        }
        return java.util.stream.IntStream.range(0, intents.size())
                .filter(i -> !taken.contains(i))
                .toArray();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Examples that
                && intents.equals(that.intents)
                && java.util.Arrays.deepEquals(vectors, that.vectors);
    }

    @Override
    public int hashCode() {
        return intents.hashCode();
    }
}
