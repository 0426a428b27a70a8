package io.tillflow.storefront.terms;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Sums with delivery and tax: the one place that makes them. */
public final class Pricing {
    private Pricing() {}

    /** One line to be priced. */
    public record Line(int quantity, long unitPrice, int weightGrams) {}

    public static Totals totals(
            List<Line> lines, Country country, Delivery delivery, List<Discount> discounts, DeliveryTerms terms) {
        int items = lines.stream().mapToInt(Line::quantity).sum();
        int weight =
                lines.stream().mapToInt(l -> l.quantity() * l.weightGrams()).sum();
        long itemsTotal =
                lines.stream().mapToLong(l -> l.quantity() * l.unitPrice()).sum();
        long deliveryPrice = deliveryPrice(itemsTotal, country, delivery, discounts, terms);
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
    public static long deliveryPrice(
            long itemsTotal, Country country, Delivery delivery, List<Discount> discounts, DeliveryTerms terms) {
        boolean free = itemsTotal >= terms.freeFrom() || discounts.stream().anyMatch(Discount::freeDelivery);
        long standard = free ? 0 : terms.rate(country).price();
        return switch (delivery) {
            case STANDARD -> standard;
            case EXPRESS -> standard + terms.expressSurcharge();
        };
    }

    /**
     * What a sale becomes: delivery costs what it did, discounts shrink with what is left of its things, as when some come back,
     * and what comes in costs its full price.
     */
    public static Totals changed(Totals before, List<Line> left, List<Line> come) {
        long stay = worth(left);
        List<Discount> discounts = new ArrayList<>();
        long upTo = 0;
        for (Discount discount : before.discounts()) {
            long from = share(before, stay, upTo);
            upTo += discount.amount();
            long amount = share(before, stay, upTo) - from;
            discounts.add(new Discount(discount.promotion(), discount.title(), amount, discount.freeDelivery()));
        }
        List<Line> all = Stream.concat(left.stream(), come.stream()).toList();
        long things = worth(all);
        long total = things - discounts.stream().mapToLong(Discount::amount).sum() + before.deliveryPrice();
        return new Totals(
                all.stream().mapToInt(Line::quantity).sum(),
                all.stream().mapToInt(l -> l.quantity() * l.weightGrams()).sum(),
                things,
                discounts,
                before.deliveryPrice(),
                taxIn(total, before.taxPercent()),
                before.taxPercent(),
                total);
    }

    private static long worth(List<Line> lines) {
        return lines.stream().mapToLong(l -> l.quantity() * l.unitPrice()).sum();
    }

    /** What of so much discount falls on what is left. */
    private static long share(Totals before, long left, long discount) {
        long all = before.itemsTotal();
        return all == 0 ? 0 : left - left * (all - discount) / all;
    }

    /** The tax inside a price that includes it, rounded half up. */
    static long taxIn(long gross, Country country) {
        return taxIn(gross, country.taxPercent());
    }

    private static long taxIn(long gross, int percent) {
        long hundred = 100L + percent;
        return (gross * percent * 2 + hundred) / (hundred * 2);
    }
}
