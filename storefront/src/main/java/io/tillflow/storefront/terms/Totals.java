package io.tillflow.storefront.terms;

/** What an order costs, in minor units; tax is included in the total. */
public record Totals(
        int items, int weightGrams, long itemsTotal, long deliveryPrice, long tax, int taxPercent, long total) {}
