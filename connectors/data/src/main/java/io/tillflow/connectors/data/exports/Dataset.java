package io.tillflow.connectors.data.exports;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What can be exported: a reporting view of the shop, a row of which belongs to a day (UTC). Nobody's name is in any. */
public enum Dataset {
    PURCHASES("shop.reporting_purchase", "(placed_at at time zone 'UTC')::date", "placed_at, id"),
    SALES("shop.reporting_sale", "(placed_at at time zone 'UTC')::date", "placed_at, id, sku, units, price"),
    DEMAND("shop.reporting_demand", "day", "day, sku");

    private final String view;
    private final String day;
    private final String order;

    Dataset(String view, String day, String order) {
        this.view = view;
        this.day = day;
        this.order = order;
    }

    public static Dataset named(String name) {
        return Arrays.stream(values())
                .filter(dataset -> dataset.id().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("expected what to export to be one of "
                        + List.of(values()).stream().map(Dataset::id).toList() + ", but it is '" + name + "'"));
    }

    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    String view() {
        return view;
    }

    /** From a day on, a day after the other, always in the same order; the day comes last. */
    String rows() {
        return "select *, " + day + " as export_day from " + view + " where " + day + " between ? and ? order by " + day
                + ", " + order;
    }

    String firstDay() {
        return "select min(" + day + ") from " + view;
    }
}
