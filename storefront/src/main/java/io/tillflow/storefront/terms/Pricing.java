package io.tillflow.storefront.terms;

import java.util.List;

/** Delivery prices and tax: the one place that knows them, and the first to become a decision table. */
public final class Pricing {
    /** From this much on, standard delivery costs nothing. */
    public static final long FREE_DELIVERY_FROM = 6000;

    private static final long EXPRESS_SURCHARGE = 700;

    private Pricing() {}

    /** One line to be priced. */
    public record Line(int quantity, long unitPrice, int weightGrams) {}

    public static Totals totals(List<Line> lines, Country country, Delivery delivery, List<Discount> discounts) {
        int items = lines.stream().mapToInt(Line::quantity).sum();
        int weight =
                lines.stream().mapToInt(l -> l.quantity() * l.weightGrams()).sum();
        long itemsTotal =
                lines.stream().mapToLong(l -> l.quantity() * l.unitPrice()).sum();
        long deliveryPrice = deliveryPrice(itemsTotal, country, delivery, discounts);
        long total = itemsTotal - discounts.stream().mapToLong(Discount::amount).sum() + deliveryPrice;
        return new Totals(
                items,
                weight,
                itemsTotal,
                discounts,
                deliveryPrice,
                taxIn(total, country),
                country.taxPercent(),
                total);
    }

    /** What things cost before any discount decides about free delivery, so that a code never makes a parcel dearer. */
    public static long deliveryPrice(long itemsTotal, Country country, Delivery delivery, List<Discount> discounts) {
        boolean free = itemsTotal >= FREE_DELIVERY_FROM || discounts.stream().anyMatch(Discount::freeDelivery);
        long standard = free ? 0 : country.standardPrice();
        return switch (delivery) {
            case STANDARD -> standard;
            case EXPRESS -> standard + EXPRESS_SURCHARGE;
        };
    }

    /** The tax inside a price that includes it, rounded half up. */
    static long taxIn(long gross, Country country) {
        long hundred = 100L + country.taxPercent();
        return (gross * country.taxPercent() * 2 + hundred) / (hundred * 2);
    }
}
