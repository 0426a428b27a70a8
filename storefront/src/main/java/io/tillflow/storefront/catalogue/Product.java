package io.tillflow.storefront.catalogue;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A thing the shop sells, in one or more variants. */
public record Product(
        String slug,
        String name,
        String line,
        String about,
        String care,
        String category,
        String kind,
        String place,
        List<Attribute> attributes,
        int popularity,
        Instant addedAt,
        List<Variant> variants) {

    public Variant first() {
        return variants.getFirst();
    }

    public long priceFrom() {
        return variants.stream().mapToLong(Variant::price).min().orElseThrow();
    }

    public boolean severalPrices() {
        return variants.stream().mapToLong(Variant::price).distinct().count() > 1;
    }

    boolean isPriced(Map<String, Long> prices) {
        return variants.stream().allMatch(v -> prices.containsKey(v.sku()));
    }

    /** The same with other prices; itself where none differs. */
    Product priced(Map<String, Long> prices) {
        List<Variant> now = variants.stream()
                .map(v -> v.priced(prices.getOrDefault(v.sku(), v.price())))
                .toList();
        return now.equals(variants)
                ? this
                : new Product(
                        slug, name, line, about, care, category, kind, place, attributes, popularity, addedAt, now);
    }

    public Set<String> colours() {
        Set<String> colours = new LinkedHashSet<>();
        variants.forEach(v -> colours.add(v.colour()));
        return colours;
    }

    public Set<String> sizes() {
        Set<String> sizes = new LinkedHashSet<>();
        variants.stream().map(Variant::size).filter(s -> !s.isEmpty()).forEach(sizes::add);
        return sizes;
    }

    public Optional<Variant> variant(String colour, String size) {
        return variants.stream()
                .filter(v -> v.colour().equals(colour) && v.size().equals(size))
                .findFirst()
                .or(() ->
                        variants.stream().filter(v -> v.colour().equals(colour)).findFirst());
    }
}
