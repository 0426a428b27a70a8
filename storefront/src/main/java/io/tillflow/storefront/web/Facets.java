package io.tillflow.storefront.web;

import static io.tillflow.storefront.language.Texts.say;

import io.tillflow.storefront.catalogue.Product;
import io.tillflow.storefront.catalogue.Shelf;
import io.tillflow.storefront.catalogue.Variant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a shelf can be narrowed down by, and how many each choice would leave. */
public record Facets(int inStock, List<Choice> kinds, List<Choice> prices, List<Choice> colours, List<Choice> places) {
    private static final List<String> PLACES = List.of("inside", "outside", "both");

    /** One box to tick. */
    public record Choice(String value, String label, int count, boolean on) {}

    static Facets of(List<Product> all, Filter filter, Shelf shelf, PriceBands bands) {
        Map<String, String> kinds = new LinkedHashMap<>();
        Map<String, String> colours = new LinkedHashMap<>();
        for (Product p : all) {
            kinds.put(p.kind(), p.kind());
            for (Variant v : p.variants()) {
                colours.put(v.colour(), v.colourName());
            }
        }
        return new Facets(
                (int) all.stream().filter(shelf::inStock).count(),
                choices(kinds, filter.kinds(), all, (p, kind) -> p.kind().equals(kind)),
                choices(
                        bands.labels(),
                        filter.prices(),
                        all,
                        (p, band) -> bands.of(p).equals(band)),
                choices(
                        colours,
                        filter.colours(),
                        all,
                        (p, colour) -> p.colours().contains(colour)),
                choices(
                        namedPlaces(),
                        filter.places(),
                        all,
                        (p, place) -> p.place().equals(place)));
    }

    private static Map<String, String> namedPlaces() {
        Map<String, String> named = new LinkedHashMap<>();
        PLACES.forEach(value -> named.put(value, say("shop.place." + value)));
        return named;
    }

    private interface Fits {
        boolean test(Product product, String value);
    }

    private static List<Choice> choices(Map<String, String> values, Set<String> on, List<Product> all, Fits fits) {
        List<Choice> choices = new ArrayList<>();
        values.forEach((value, label) -> {
            int count = (int) all.stream().filter(p -> fits.test(p, value)).count();
            if (count > 0) {
                choices.add(new Choice(value, label, count, on.contains(value)));
            }
        });
        return choices;
    }
}
