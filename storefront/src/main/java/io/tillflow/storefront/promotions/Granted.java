package io.tillflow.storefront.promotions;

import io.tillflow.storefront.terms.Discount;
import java.util.List;

/** What a basket gets off, and which codes it does not. */
public record Granted(List<Discount> discounts, List<Refusal> refusals) {
    public Granted {
        discounts = List.copyOf(discounts);
        refusals = List.copyOf(refusals);
    }
}
