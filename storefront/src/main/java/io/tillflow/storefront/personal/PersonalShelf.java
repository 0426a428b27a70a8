package io.tillflow.storefront.personal;

import io.tillflow.storefront.catalogue.Product;
import io.tillflow.storefront.catalogue.Shelf;
import io.tillflow.storefront.recommendations.Match;
import io.tillflow.storefront.recommendations.Recommendations;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Sorts what is there by what a visitor looked at: things of the same kind, from the same shelf, bought together with it.
 * The latest counts most. Nothing is hidden from anybody, and no price depends on it.
 */
@Component
public class PersonalShelf {
    private static final int LOOKED_AT = 8;
    private static final double FADES = 0.8;
    private static final double SAME_KIND = 1;
    private static final double SAME_SHELF = 0.5;
    private static final double TOGETHER = 1.5;

    /** How many places one full point of liking is worth. */
    private static final int PLACES = 4;

    private final Tastes tastes;
    private final Shelf shelf;
    private final Recommendations recommendations;

    PersonalShelf(Tastes tastes, Shelf shelf, Recommendations recommendations) {
        this.tastes = tastes;
        this.shelf = shelf;
        this.recommendations = recommendations;
    }

    /**
     * Things for one visitor.
     *
     * @param because what they looked at, the latest first: the reason
     */
    public record Picked(List<Product> things, List<Product> because) {}

    /** Nothing for somebody of whom nothing is known. */
    public Optional<Picked> picked(UUID visitor, int most) {
        List<Product> seen = seen(visitor);
        if (seen.isEmpty()) {
            return Optional.empty();
        }
        Map<String, Double> liking = liking(seen);
        Set<String> known = Set.copyOf(seen.stream().map(Product::slug).toList());
        List<Product> things = shelf.products().stream()
                .filter(p -> !known.contains(p.slug()) && liking.getOrDefault(p.slug(), 0.0) > 0)
                .filter(shelf::inStock)
                .sorted(Comparator.comparingDouble((Product p) -> -liking.getOrDefault(p.slug(), 0.0)))
                .limit(most)
                .toList();
        return things.isEmpty() ? Optional.empty() : Optional.of(new Picked(things, seen));
    }

    /** What goes with the thing looked at last: bought together with it, then of its kind and shelf. */
    public Optional<Picked> becauseOfTheLast(UUID visitor, int most) {
        return seen(visitor).stream().findFirst().flatMap(last -> {
            Set<Product> things = new LinkedHashSet<>();
            recommendations.with(List.of(last.slug()), most).matches().stream()
                    .map(Match::product)
                    .forEach(things::add);
            shelf.products().stream()
                    .filter(p ->
                            p.category().equals(last.category()) && !p.slug().equals(last.slug()))
                    .filter(shelf::inStock)
                    .sorted(Comparator.comparing((Product p) -> !p.kind().equals(last.kind())))
                    .forEach(things::add);
            List<Product> shown = things.stream().limit(most).toList();
            return shown.isEmpty() ? Optional.empty() : Optional.of(new Picked(shown, List.of(last)));
        });
    }

    /** The same things, those liked moved up by some places; what did not fit the question stays behind what did. */
    public List<Product> sorted(UUID visitor, List<Product> things) {
        List<Product> seen = seen(visitor);
        if (seen.isEmpty()) {
            return things;
        }
        Map<String, Double> place = new HashMap<>();
        for (int i = 0; i < things.size(); i++) {
            Product thing = things.get(i);
            place.put(thing.slug(), i - PLACES * Math.min(3, alike(thing, seen)));
        }
        List<Product> sorted = new ArrayList<>(things);
        sorted.sort(Comparator.comparingDouble(p -> place.getOrDefault(p.slug(), 0.0)));
        return sorted;
    }

    private List<Product> seen(UUID visitor) {
        return tastes.of(visitor).stream()
                .limit(LOOKED_AT)
                .map(shelf::product)
                .flatMap(Optional::stream)
                .toList();
    }

    private Map<String, Double> liking(List<Product> seen) {
        Map<String, Double> liking = new HashMap<>();
        shelf.products().forEach(p -> liking.put(p.slug(), alike(p, seen)));
        double weight = 1;
        for (Product each : seen) {
            double points = weight * TOGETHER;
            recommendations
                    .with(List.of(each.slug()), LOOKED_AT)
                    .matches()
                    .forEach(match -> liking.merge(match.product().slug(), points, Double::sum));
            weight *= FADES;
        }
        return liking;
    }

    private static double alike(Product thing, List<Product> seen) {
        double points = 0;
        double weight = 1;
        for (Product each : seen) {
            if (each.kind().equals(thing.kind())) {
                points += weight * SAME_KIND;
            }
            if (each.category().equals(thing.category())) {
                points += weight * SAME_SHELF;
            }
            weight *= FADES;
        }
        return points;
    }
}
