package io.tillflow.storefront.web;

import io.tillflow.storefront.catalogue.Product;
import io.tillflow.storefront.catalogue.Shelf;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.util.MultiValueMap;

/** What a shopper narrowed a shelf down to. */
public record Filter(
        boolean inStock,
        Set<String> kinds,
        Set<String> prices,
        Set<String> colours,
        Set<String> places,
        String sort,
        int show) {
    static final int STEP = 24;
    private static final int MOST = 600;

    static Filter of(MultiValueMap<String, String> query) {
        String sort = query.getOrDefault("sort", List.of("popular")).getFirst();
        return new Filter(
                query.containsKey("stock"),
                chosen(query, "kind"),
                chosen(query, "price"),
                chosen(query, "colour"),
                chosen(query, "place"),
                sort,
                show(query));
    }

    private static Set<String> chosen(MultiValueMap<String, String> query, String name) {
        return new TreeSet<>(query.getOrDefault(name, List.of()));
    }

    private static int show(MultiValueMap<String, String> query) {
        try {
            int asked = Integer.parseInt(
                    query.getOrDefault("show", List.of("" + STEP)).getFirst());
            return Math.clamp(asked, STEP, MOST);
        } catch (NumberFormatException e) {
            return STEP;
        }
    }

    /** Whether things stand in the shelf's or the search's own order. */
    boolean popular() {
        return !Set.of("new", "cheap", "dear").contains(sort);
    }

    public int chosen() {
        return (inStock ? 1 : 0) + kinds.size() + prices.size() + colours.size() + places.size();
    }

    List<Product> apply(List<Product> all, Shelf shelf, PriceBands bands) {
        List<Product> found = new ArrayList<>(all.stream()
                .filter(p -> !inStock || shelf.inStock(p))
                .filter(p -> kinds.isEmpty() || kinds.contains(p.kind()))
                .filter(p -> prices.isEmpty() || prices.contains(bands.of(p)))
                .filter(p -> colours.isEmpty() || p.colours().stream().anyMatch(colours::contains))
                .filter(p -> places.isEmpty() || places.contains(p.place()))
                .toList());
        switch (sort) {
            case "new" -> found.sort(Comparator.comparing(Product::addedAt).reversed());
            case "cheap" -> found.sort(Comparator.comparingLong(Product::priceFrom));
            case "dear" ->
                found.sort(Comparator.comparingLong(Product::priceFrom).reversed());
            default -> {
                // the shelf's own order: by popularity, or by how well a search fits
            }
        }
        return found;
    }

    /** The same choice as a query, with one more step of things. */
    public String more() {
        StringBuilder query = new StringBuilder("show=" + (show + STEP));
        if (inStock) {
            query.append("&stock=1");
        }
        append(query, "kind", kinds);
        append(query, "price", prices);
        append(query, "colour", colours);
        append(query, "place", places);
        append(query, "sort", Set.of(sort));
        return query.toString();
    }

    private static void append(StringBuilder query, String name, Set<String> values) {
        values.forEach(
                v -> query.append('&').append(name).append('=').append(URLEncoder.encode(v, StandardCharsets.UTF_8)));
    }
}
