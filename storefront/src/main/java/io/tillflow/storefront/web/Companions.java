package io.tillflow.storefront.web;

import static io.tillflow.storefront.language.Texts.say;

import io.tillflow.storefront.catalogue.Item;
import io.tillflow.storefront.catalogue.Product;
import io.tillflow.storefront.catalogue.Shelf;
import io.tillflow.storefront.catalogue.Variant;
import io.tillflow.storefront.money.Money;
import io.tillflow.storefront.recommendations.Advice;
import io.tillflow.storefront.recommendations.Advice.Origin;
import io.tillflow.storefront.recommendations.Recommendations;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What to show beside a product or a basket because others bought it with these. */
@Component
public class Companions {
    private static final int BESIDE = 2;
    private static final int COMPLETING = 3;

    private final Recommendations recommendations;
    private final Shelf shelf;

    Companions(Recommendations recommendations, Shelf shelf) {
        this.recommendations = recommendations;
        this.shelf = shelf;
    }

    /** A variant that can be bought now. */
    public record Companion(Item item, int orders) {
        public String price() {
            return Money.text(item.variant().price());
        }
    }

    /**
     * Things bought together; none when nothing was.
     *
     * @param why where that comes from, for the shopper
     */
    public record Set(List<Companion> things, long sum, String why) {
        public Set {
            things = List.copyOf(things);
        }

        public String price() {
            return Money.text(sum);
        }
    }

    Set beside(Product product, Variant chosen) {
        return RowTime.of(() -> goesWith(product, chosen));
    }

    /** To go with a cart; the sum is theirs alone. */
    Set completing(Collection<String> slugs) {
        return RowTime.of(() -> {
            Advice advice = recommendations.with(slugs, COMPLETING);
            List<Companion> things = buyable(advice);
            return new Set(things, sum(things), why(advice.origin(), List.of()));
        });
    }

    private Set goesWith(Product product, Variant chosen) {
        Advice advice = recommendations.with(List.of(product.slug()), BESIDE);
        List<Companion> others = buyable(advice);
        if (others.isEmpty() || shelf.available(chosen.sku()) == 0) {
            return new Set(List.of(), 0, "");
        }
        List<Companion> all = Stream.concat(Stream.of(new Companion(new Item(product, chosen), 0)), others.stream())
                .toList();
        return new Set(all, sum(all), why(advice.origin(), others));
    }

    private static String why(Origin origin, List<Companion> others) {
        return switch (origin) {
            case Origin.Counted ignored when others.isEmpty() -> say("shop.whyCounted");
            case Origin.Counted ignored ->
                say(
                        "shop.whySameOrders",
                        others.stream().mapToInt(Companion::orders).max().orElse(0));
            case Origin.Learned learned -> say("shop.whyLearned", learned.orders());
        };
    }

    private static long sum(List<Companion> things) {
        return things.stream().mapToLong(c -> c.item().variant().price()).sum();
    }

    private List<Companion> buyable(Advice advice) {
        return advice.matches().stream()
                .flatMap(match -> match.product().variants().stream()
                        .filter(v -> shelf.available(v.sku()) > 0)
                        .findFirst()
                        .map(v -> new Companion(new Item(match.product(), v), match.orders()))
                        .stream())
                .toList();
    }
}
