package io.tillflow.connectors.suppliers.sandbox;

import io.tillflow.connectors.provider.Money;
import io.tillflow.connectors.suppliers.Quote;
import io.tillflow.connectors.suppliers.QuoteRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The sandbox's suppliers: what they sell together, how long it takes, and which share of the list price they ask. */
enum Wholesaler {
    /** Cheap, slow, in whole cartons. */
    NORDFORM("nordform", 12, 12),
    WERKHOF("werkhof", 6, 6),
    /** Dear, quick, also a single one. */
    HAFENKONTOR("hafenkontor", 1, 3);

    private final String label;
    private final int pack;
    private final int leadDays;

    Wholesaler(String label, int pack, int leadDays) {
        this.label = label;
        this.pack = pack;
        this.leadDays = leadDays;
    }

    /** From so many on, one costs this many thousandths of the list price. */
    private record Tier(int from, int permille) {}

    /** By the first part of a supplier's name; what follows is a {@link Habit}. */
    static Optional<Wholesaler> of(String supplier) {
        return Arrays.stream(values())
                .filter(one -> supplier.equals(one.label) || supplier.startsWith(one.label + "-"))
                .findFirst();
    }

    static List<String> labels() {
        return Arrays.stream(values()).map(one -> one.label).toList();
    }

    private List<Tier> tiers() {
        return switch (this) {
            case NORDFORM -> List.of(new Tier(1, 600), new Tier(48, 550), new Tier(120, 500));
            case WERKHOF -> List.of(new Tier(1, 650), new Tier(36, 610));
            case HAFENKONTOR -> List.of(new Tier(1, 720), new Tier(24, 680), new Tier(96, 640));
        };
    }

    int leadDays() {
        return leadDays;
    }

    Quote quote(QuoteRequest request) {
        int quantity = Math.ceilDiv(request.quantity(), pack) * pack;
        int permille = tiers().stream()
                .filter(tier -> quantity >= tier.from())
                .reduce((lower, higher) -> higher)
                .orElseThrow()
                .permille();
        Money list = request.listPrice();
        long price = Math.ceilDiv(Math.multiplyExact(list.minorUnits(), permille), 1000L);
        return new Quote(request.supplier(), request.sku(), quantity, new Money(price, list.currency()), leadDays);
    }
}
