package io.tillflow.storefront.recommendations;

import io.tillflow.models.recommend.Recommender;
import io.tillflow.storefront.catalogue.Shelf;
import io.tillflow.storefront.intelligence.ModelInMemory.Loaded;
import io.tillflow.storefront.recommendations.Advice.Origin;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What goes with what: from the live model where there is one and it knows something, otherwise by counting. */
@Component
public class Recommendations {
    /** So many that enough are left when some are sold out. */
    private static final int SPARE = 20;

    private final FreshModel model;
    private final BoughtTogether counted;
    private final Shelf shelf;

    Recommendations(FreshModel model, BoughtTogether counted, Shelf shelf) {
        this.model = model;
        this.counted = counted;
        this.shelf = shelf;
    }

    /** What to show beside these: it can be bought now and is not among them. */
    public Advice with(Collection<String> slugs, int most) {
        return model.loaded()
                .flatMap(live -> learned(live, slugs, most))
                .orElseGet(() -> new Advice(counted.with(slugs, most), new Origin.Counted()));
    }

    private Optional<Advice> learned(Loaded<Recommender> live, Collection<String> slugs, int most) {
        List<Match> matches = live.model().companions(slugs, most + SPARE).stream()
                .flatMap(suggestion -> shelf.product(suggestion.item()).stream())
                .filter(shelf::inStock)
                .limit(most)
                .map(product -> new Match(product, counted.together(slugs, product.slug())))
                .toList();
        return matches.isEmpty()
                ? Optional.empty()
                : Optional.of(new Advice(matches, new Origin.Learned(live.version(), live.orders())));
    }
}
