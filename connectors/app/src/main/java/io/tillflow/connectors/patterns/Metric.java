package io.tillflow.connectors.patterns;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What of the shop can be watched. */
enum Metric {
    ORDERS(Unit.COUNT, "order", "units"),
    REVENUE(Unit.MONEY, "order", "amount"),
    AVERAGE_BASKET(Unit.MONEY, "order", "amount", "order"),
    UNITS_SOLD(Unit.COUNT, "sale", "units"),
    CANCELLATIONS(Unit.COUNT, "cancellation", "units"),
    CANCELLED_SHARE(Unit.PERCENT, "cancellation", "units", "order"),
    DECLINED_PAYMENTS(Unit.COUNT, "declined-payment", "units"),
    RETURNS(Unit.COUNT, "return", "units"),
    REFUNDS(Unit.MONEY, "refund", "amount"),
    STOCK_OUTS(Unit.COUNT, "stock-out", "units"),
    SUPPORT_MESSAGES(Unit.COUNT, "support-message", "units");

    /** What its values are: minor units where it is money. */
    enum Unit {
        COUNT,
        MONEY,
        PERCENT
    }

    private final Unit unit;
    private final String fact;
    private final String column;
    private final @Nullable String base;

    Metric(Unit unit, String fact, String column) {
        this(unit, fact, column, null);
    }

    Metric(Unit unit, String fact, String column, @Nullable String base) {
        this.unit = unit;
        this.fact = fact;
        this.column = column;
        this.base = base;
    }

    static Metric of(String word) {
        return Arrays.stream(values())
                .filter(it -> it.word().equals(word))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException("metric must be one of " + words() + ", was '" + word + "'"));
    }

    private static String words() {
        return Arrays.stream(values()).map(Metric::word).collect(Collectors.joining(", "));
    }

    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    Unit unit() {
        return unit;
    }

    String fact() {
        return fact;
    }

    /** The fact's column that is added up. */
    String column() {
        return column;
    }

    /** The facts it is divided by, as many as there are. */
    Optional<String> base() {
        return Optional.ofNullable(base);
    }

    boolean perSku() {
        return this == UNITS_SOLD || this == RETURNS || this == STOCK_OUTS;
    }

    /** Orders taken over from another shop tell what was sold, not what was cancelled. */
    boolean knowsPastOrders() {
        return this == ORDERS || this == REVENUE || this == AVERAGE_BASKET || this == UNITS_SOLD;
    }
}
