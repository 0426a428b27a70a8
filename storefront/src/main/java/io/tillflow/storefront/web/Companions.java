package io.tillflow.storefront.web;

import io.tillflow.storefront.catalogue.Item;
import io.tillflow.storefront.catalogue.Product;
import io.tillflow.storefront.catalogue.Shelf;
import io.tillflow.storefront.catalogue.Variant;
import io.tillflow.storefront.money.Money;
import io.tillflow.storefront.recommendations.BoughtTogether;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What to show beside a product or a basket because others bought it with these. */
@Component
public class Companions {
    private static final int BESIDE = 2;
    private static final int COMPLETING = 3;

    private final BoughtTogether together;
    private final Shelf shelf;

    Companions(BoughtTogether together, Shelf shelf) {
        this.together = together;
        this.shelf = shelf;
    }

    /** A variant that can be bought now. */
    public record Companion(Item item, int orders) {
        public String price() {
            return Money.text(item.variant().price());
        }
    }

    /** Things bought together; none when nothing was. */
    public record Set(List<Companion> things, long sum) {
        public Set {
            things = List.copyOf(things);
        }

        public String price() {
            return Money.text(sum);
        }

        public int orders() {
            return things.stream().mapToInt(Companion::orders).max().orElse(0);
        }
    }

    Set beside(Product product, Variant chosen) {
        List<Companion> others = found(List.of(product.slug()), BESIDE);
        if (others.isEmpty() || shelf.available(chosen.sku()) == 0) {
            return new Set(List.of(), 0);
        }
        List<Companion> all = Stream.concat(Stream.of(new Companion(new Item(product, chosen), 0)), others.stream())
                .toList();
        return new Set(
                all, all.stream().mapToLong(c -> c.item().variant().price()).sum());
    }

    List<Companion> completing(Collection<String> slugs) {
        return found(slugs, COMPLETING);
    }

    private List<Companion> found(Collection<String> slugs, int most) {
        return together.with(slugs, most).stream()
                .flatMap(match -> match.product().variants().stream()
                        .filter(v -> shelf.available(v.sku()) > 0)
                        .findFirst()
                        .map(v -> new Companion(new Item(match.product(), v), match.orders()))
                        .stream())
                .toList();
    }
}
