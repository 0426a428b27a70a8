package io.tillflow.storefront.terms;

/**
 * What a promotion takes off.
 *
 * @param amount minor units off the things; 0 for one that only concerns delivery
 */
public record Discount(String promotion, String title, long amount, boolean freeDelivery) {
    public Discount {
        if (amount < 0) {
            throw new IllegalArgumentException("a discount must not be below 0, was " + amount);
        }
    }

    /** Things cost at least nothing: no more than what is left of them. */
    public Discount upTo(long left) {
        return new Discount(promotion, title, Math.min(amount, left), freeDelivery);
    }
}
