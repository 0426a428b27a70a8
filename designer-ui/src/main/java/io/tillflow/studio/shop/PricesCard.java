package io.tillflow.studio.shop;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.tillflow.studio.connectors.Attempt;
import io.tillflow.studio.instances.Pieces;
import io.tillflow.studio.instances.Texts;
import io.tillflow.studio.kit.Badge;
import io.tillflow.studio.kit.State;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a variant will cost and when, and what it cost. */
class PricesCard extends Div {
    private final transient PriceDesk desk;
    private final transient Runnable changed;

    /** @param changed after a plan was cancelled */
    PricesCard(StockRow row, PriceDesk desk, Runnable changed) {
        this.desk = desk;
        this.changed = changed;
        Pricing pricing = desk.pricing(row.sku());
        Div rows = new Div();
        rows.addClassName("shop-rows");
        if (pricing.listed().size() > 1) {
            pricing.listed().forEach(it -> rows.add(listed(row.sku(), it)));
        }
        pricing.plans().stream().filter(Pricing.Plan::open).forEach(plan -> rows.add(planned(plan)));
        pricing.history().forEach(change -> rows.add(was(change)));
        if (pricing.history().isEmpty() && pricing.plans().stream().noneMatch(Pricing.Plan::open)) {
            rows.add(Pieces.block(getTranslation("shop.prices.none"), "meta"));
        }
        add(ShopCells.card(getTranslation("shop.prices"), rows));
    }

    private Component listed(String sku, Pricing.Listed it) {
        boolean own = it.currency().equals(CurrencyFields.BASE);
        String how = getTranslation("shop.prices." + (own ? "own" : it.fixed() ? "fixed" : "follows"));
        Div row = row(
                ShopCells.money(it.price(), it.currency(), getLocale()),
                Pieces.text(it.currency(), "strong"),
                Pieces.text(how, "meta"));
        if (!own && it.fixed()) {
            row.add(Pieces.button(getTranslation("shop.prices.follow"), "", () -> {
                if (Attempt.of(this, () -> desk.follow(sku, it.currency()), getTranslation("shop.prices.followed"))) {
                    changed.run();
                }
            }));
        }
        return row;
    }

    private Component planned(Pricing.Plan plan) {
        boolean runs = plan.state().equals("RUNNING");
        String from = Texts.exact(plan.startsAt(), getLocale());
        String time = plan.endsAt() == null
                ? getTranslation("shop.prices.from", from)
                : getTranslation("shop.prices.during", from, Texts.exact(plan.endsAt(), getLocale()));
        Div row = row(
                ShopCells.money(plan.price(), plan.currency(), getLocale()),
                new Badge(runs ? State.RUNNING : State.WAITING, getTranslation("shop.prices." + plan.state())),
                new Span(time),
                Pieces.text(why(plan.reason(), plan.reasonDe()), "meta"),
                Pieces.button(getTranslation("shop.prices.cancel"), "", () -> {
                    if (Attempt.of(this, () -> desk.cancel(plan), getTranslation("shop.prices.cancelled"))) {
                        changed.run();
                    }
                }));
        return row;
    }

    private Component was(Pricing.Change change) {
        return row(
                ShopCells.money(change.previous(), change.currency(), getLocale()),
                Pieces.text("→", "dim"),
                ShopCells.money(change.price(), change.currency(), getLocale()),
                Pieces.text(why(change.reason(), change.reasonDe()), "meta"),
                Pieces.text(change.changedBy(), "strong"),
                new Span(Pieces.ago(change.at())));
    }

    /** In both languages where both are said. */
    private static String why(String reason, String german) {
        return Stream.of(reason, german).filter(it -> !it.isEmpty()).collect(Collectors.joining(" / "));
    }

    private static Div row(Component... cells) {
        Div row = new Div(cells);
        row.addClassName("row");
        return row;
    }
}
