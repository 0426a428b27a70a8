package io.tillflow.storefront.promotions;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What somebody is about to buy, as far as promotions care. */
public record Basket(List<Thing> things) {
    public Basket {
        things = List.copyOf(things);
    }

    /** So many of one variant. */
    public record Thing(String category, int quantity, long unitPrice) {}

    public long total() {
        return things.stream().mapToLong(t -> t.quantity() * t.unitPrice()).sum();
    }

    Basket of(@Nullable String category) {
        return category == null
                ? this
                : new Basket(things.stream()
                        .filter(t -> t.category().equals(category))
                        .toList());
    }

    int count() {
        return things.stream().mapToInt(Thing::quantity).sum();
    }

    /** The price of each single thing, the dearest first. */
    List<Long> prices() {
        List<Long> prices = new ArrayList<>();
        for (Thing thing : things) {
            for (int n = 0; n < thing.quantity(); n++) {
                prices.add(thing.unitPrice());
            }
        }
        prices.sort(Comparator.reverseOrder());
        return prices;
    }
}
