package io.tillflow.storefront.web;

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
    private static final Map<String, String> BANDS = new LinkedHashMap<>();
    private static final Map<String, String> PLACES = new LinkedHashMap<>();

    static {
        BANDS.put("0-25", "Under €25");
        BANDS.put("25-50", "€25 to €50");
        BANDS.put("50-100", "€50 to €100");
        BANDS.put("100-", "€100 and over");
        PLACES.put("inside", "Inside");
        PLACES.put("outside", "Outside");
        PLACES.put("both", "Both");
    }

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
                choices(BANDS, filter.prices(), all, (p, band) -> band(p).equals(band)),
                choices(
                        colours,
                        filter.colours(),
                        all,
                        (p, colour) -> p.colours().contains(colour)),
                choices(PLACES, filter.places(), all, (p, place) -> p.place().equals(place)));
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
