package io.tillflow.storefront.terms;

import java.util.List;

/** What an order costs, in minor units; tax is included in the total. */
public record Totals(
        int items,
        int weightGrams,
        long itemsTotal,
        List<Discount> discounts,
        long deliveryPrice,
        long tax,
        int taxPercent,
        long total) {
    public Totals {
        discounts = List.copyOf(discounts);
    }

    /** What all promotions together take off the things. */
    public long discount() {
        return discounts.stream().mapToLong(Discount::amount).sum();
    }
}
