package io.tillflow.storefront.search.meaning;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What each of the products means, as far as it is known. */
public record Meanings(Map<String, Meaning> products) {
    public static final Meanings NONE = new Meanings(Map.of());

    public Meanings {
        products = Map.copyOf(products);
    }

    /** How alike a product and what was asked for are. */
    public record Near(String id, float alike) {}

    public Optional<Float> alike(String id, Meaning asked) {
        return Optional.ofNullable(products.get(id)).map(asked::like);
    }

    /** The most alike first, none of them less alike than that. */
    public List<Near> nearest(Meaning asked, int most, float least) {
        return products.entrySet().stream()
                .map(product -> new Near(product.getKey(), asked.like(product.getValue())))
                .filter(near -> near.alike() >= least)
                .sorted(Comparator.comparingDouble(Near::alike).reversed().thenComparing(Near::id))
                .limit(most)
                .toList();
    }
}
