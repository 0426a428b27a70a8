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
    private static final List<String> BANDS = List.of("0-25", "25-50", "50-100", "100-");
    private static final List<String> PLACES = List.of("inside", "outside", "both");

    /** One box to tick. */
    public record Choice(String value, String label, int count, boolean on) {}

    static Facets of(List<Product> all, Filter filter, Shelf shelf) {
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
                choices(named("shop.band.", BANDS), filter.prices(), all, (p, band) -> band(p).equals(band)),
                choices(
                        colours,
                        filter.colours(),
                        all,
                        (p, colour) -> p.colours().contains(colour)),
                choices(
                        named("shop.place.", PLACES),
                        filter.places(),
                        all,
                        (p, place) -> p.place().equals(place)));
    }

    private static Map<String, String> named(String area, List<String> values) {
        Map<String, String> named = new LinkedHashMap<>();
        values.forEach(value -> named.put(value, say(area + value)));
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

    static String band(Product p) {
        long euros = p.priceFrom() / 100;
        if (euros < 25) {
            return "0-25";
        }
        return euros < 50 ? "25-50" : euros < 100 ? "50-100" : "100-";
    }
}
