package io.tillflow.connectors.patterns;

import io.tillflow.models.anomaly.Ordinary;
import java.time.DateTimeException;
import java.time.ZoneId;

/**
 * What is watched for.
 *
 * @param each shop or sku: whether each article is watched by itself
 * @param bound of the metric, or how many robust deviations are out of the ordinary
 * @param fewest orders that a share or average needs to be looked at
 * @param restHours how long after it was seen it is not seen again
 */
record Rule(
        Metric metric, String each, Span span, ZoneId zone, Compare compare, double bound, int fewest, int restHours) {
    static final String SHOP = "shop";
    static final String SKU = "sku";
    private static final int LONGEST_REST = 24 * 90;

    Rule {
        if (!each.equals(SHOP) && !each.equals(SKU)) {
            throw new IllegalArgumentException("each must be shop or sku, was '" + each + "'");
        }
        if (each.equals(SKU) && !metric.perSku()) {
            throw new IllegalArgumentException(
                    metric.word()
                            + " cannot be watched for each sku; units-sold, returns and stock-outs can: choose one of them, or each shop");
        }
        if (each.equals(SKU) && !span.wholeDays()) {
            throw new IllegalArgumentException(
                    "each sku is watched by days or weeks, but the span was " + span.word() + ": choose day or week");
        }
        if (!Double.isFinite(bound) || bound < 0 || (compare.withItsPast() && bound < 1)) {
            throw new IllegalArgumentException("bound must be "
                    + (compare.withItsPast() ? "at least 1 robust deviation" : "0 or more") + ", was " + bound);
        }
        if (fewest < 0 || restHours < 0 || restHours > LONGEST_REST) {
            throw new IllegalArgumentException("fewest must be 0 or more and restHours 0 to " + LONGEST_REST + ", were "
                    + fewest + " and " + restHours);
        }
    }

    static ZoneId zone(String name) {
        try {
            return ZoneId.of(name.strip());
        } catch (DateTimeException unknown) {
            throw new IllegalArgumentException(
                    "zone must be a time zone like Europe/Berlin or UTC, was '" + name + "'", unknown);
        }
    }

    /** What only grows may be too much before its window is over; stock-outs take long to count. */
    boolean early() {
        return compare == Compare.ABOVE && metric.base().isEmpty() && metric != Metric.STOCK_OUTS;
    }

    /** How many windows before one have a say in it. */
    int lookBack() {
        return compare.withItsPast() ? Ordinary.LOOK_BACK : 0;
    }
}
