package io.tillflow.studio.shop;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.IntegerField;
import io.tillflow.studio.connectors.Away;
import io.tillflow.studio.connectors.Refused;
import io.tillflow.studio.instances.Pieces;
import io.tillflow.studio.shop.Demand.Expected;
import io.tillflow.studio.shop.Demand.Reorder;
import io.tillflow.studio.shop.Demand.Week;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;

/** What was sold of a variant and will be asked for, as a picture and in words, and when to order it again. */
class DemandCard extends Div {
    private static final int MONTH = 4;
    /** Its bounds were not tried where those of others were. */
    private static final String NEW = "alike";

    private final transient StockRow row;
    private final int awaited;
    private final transient DemandDesk desk;
    private final Div shown = new Div();
    private final Assumptions assumed = new Assumptions(this::show);
    private final IntegerField leadDays = assumed.number("shop.demand.lead", Supply.USUAL.leadDays(), 1, 91);
    private final IntegerField leadSpread = assumed.number("shop.demand.spread", Supply.USUAL.leadSpread(), 0, 91);
    private final IntegerField service = assumed.number("shop.demand.service", Supply.USUAL.service(), 50, 99);
    private final IntegerField orderCost =
            assumed.number("shop.demand.cost", (int) Supply.USUAL.orderCost() / 100, 0, 1_000_000);
    private final IntegerField holding = assumed.number("shop.demand.holding", Supply.USUAL.holding(), 1, 100);

    /** @param awaited how many are on their way: they count as there */
    DemandCard(StockRow row, int awaited, DemandDesk desk) {
        this.row = row;
        this.awaited = awaited;
        this.desk = desk;
        shown.addClassName("demand");
        add(ShopCells.card(getTranslation("shop.demand"), shown));
        show();
    }

    private void show() {
        shown.removeAll();
        try {
            Supply supply = new Supply(
                    leadDays.getValue(),
                    leadSpread.getValue(),
                    service.getValue(),
                    orderCost.getValue() * 100L,
                    holding.getValue());
            show(desk.demand(row.sku(), row.price(), supply));
        } catch (Away | Refused trouble) {
            shown.add(Pieces.block(getTranslation("connectors.away"), "meta"));
        }
    }

    private void show(Demand demand) {
        if (demand.past().stream().anyMatch(week -> week.units() > 0)) {
            shown.add(new DemandPicture(demand.past(), demand.ahead()), legend(demand));
        }
        Expected expected = demand.expected();
        if (expected == null) {
            shown.add(Pieces.block(getTranslation("shop.demand.none", missing(demand)), "meta", "demand-none"));
            return;
        }
        shown.add(Pieces.block(words(demand), "demand-words"));
        Reorder reorder = demand.reorder();
        if (reorder != null) {
            shown.add(reorder(reorder), assumptions());
        }
        shown.add(Pieces.block(how(demand), "meta"));
        if (demand.asOf() != null) {
            shown.add(Pieces.block(getTranslation("shop.demand.known", date(demand.asOf())), "meta"));
        }
    }

    /** By its facts, in the page's language. */
    private String missing(Demand demand) {
        LocalDate asOf = demand.asOf();
        if (demand.version() == null || asOf == null) {
            return getTranslation("shop.demand.none.model");
        }
        List<Week> past = demand.past();
        return past.isEmpty()
                ? getTranslation("shop.demand.none.sold", date(asOf))
                : getTranslation(
                        "shop.demand.none.little",
                        Math.round(past.stream().mapToDouble(Week::units).sum()),
                        past.size(),
                        date(asOf));
    }

    private String date(LocalDate day) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(getLocale())
                .format(day);
    }

    private String words(Demand demand) {
        List<Week> past = demand.past();
        double sold = past.subList(Math.max(0, past.size() - MONTH), past.size()).stream()
                .mapToDouble(Week::units)
                .sum();
        Expected expected = java.util.Objects.requireNonNull(demand.expected());
        return getTranslation(
                "shop.demand.words",
                Math.round(sold),
                expected.days(),
                Math.round(expected.units()),
                Math.round(expected.low()),
                Math.round(expected.high()));
    }

    private Component reorder(Reorder reorder) {
        boolean now = row.available() + awaited <= reorder.point();
        Div line = new Div(Pieces.text(
                getTranslation("shop.demand." + (now ? "now" : "later"), row.available(), reorder.point(), awaited),
                "strong"));
        if (reorder.quantity() > 0) {
            line.add(new Span(getTranslation("shop.demand.quantity", reorder.quantity())));
        }
        line.addClassNames("note", "demand-reorder", now ? "waiting" : "completed");
        return line;
    }

    private Component assumptions() {
        Details details = new Details(
                getTranslation("shop.demand.assumed", leadDays.getValue(), leadSpread.getValue(), service.getValue()),
                assumed);
        details.setOpened(opened);
        details.addOpenedChangeListener(change -> opened = change.isOpened());
        return details;
    }

    private boolean opened;

    private String how(Demand demand) {
        Double coverage = demand.coverage();
        String method = getTranslation("shop.demand.method." + demand.method());
        return coverage == null || NEW.equals(demand.method())
                ? method
                : getTranslation(
                        "shop.demand.how", method, Math.round(coverage * 100), String.valueOf(demand.version()));
    }

    private Component legend(Demand demand) {
        Div legend = new Div(entry("sold", "shop.demand.sold"));
        if (demand.past().stream().anyMatch(week -> week.soldOut() >= 1)) {
            legend.add(entry("out", "shop.demand.out"));
        }
        if (!demand.ahead().isEmpty()) {
            legend.add(entry("line", "shop.demand.ahead"), entry("band", "shop.demand.band"));
        }
        double top = DemandPicture.top(demand.past(), demand.ahead());
        legend.add(new Span(getTranslation("shop.demand.top", Math.round(top * 10) / 10.0)));
        legend.addClassNames("demand-legend", "meta");
        return legend;
    }

    private Span entry(String kind, String key) {
        Span mark = new Span();
        mark.addClassNames("swatch", kind);
        return new Span(mark, new Span(getTranslation(key)));
    }
}
