package io.tillflow.studio.shop;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.tillflow.studio.connectors.Attempt;
import io.tillflow.studio.instances.Pieces;
import io.tillflow.studio.instances.Texts;
import io.tillflow.studio.kit.Badge;
import io.tillflow.studio.kit.State;

/** What a variant will cost and when, and what it cost. */
class PricesCard extends Div {
    private static final String CURRENCY = "EUR";

    private final transient PriceDesk desk;
    private final transient Runnable changed;

    /** @param changed after a plan was cancelled */
    PricesCard(StockRow row, PriceDesk desk, Runnable changed) {
        this.desk = desk;
        this.changed = changed;
        Pricing pricing = desk.pricing(row.sku());
        Div rows = new Div();
        rows.addClassName("shop-rows");
        pricing.plans().stream().filter(Pricing.Plan::open).forEach(plan -> rows.add(planned(plan)));
        pricing.history().forEach(change -> rows.add(was(change)));
        if (pricing.history().isEmpty() && pricing.plans().stream().noneMatch(Pricing.Plan::open)) {
            rows.add(Pieces.block(getTranslation("shop.prices.none"), "meta"));
        }
        add(ShopCells.card(getTranslation("shop.prices"), rows));
    }

    private Component planned(Pricing.Plan plan) {
        boolean runs = plan.state().equals("RUNNING");
        String from = Texts.exact(plan.startsAt(), getLocale());
        String time = plan.endsAt() == null
                ? getTranslation("shop.prices.from", from)
                : getTranslation("shop.prices.during", from, Texts.exact(plan.endsAt(), getLocale()));
        Div row = row(
                ShopCells.money(plan.price(), CURRENCY, getLocale()),
                new Badge(runs ? State.RUNNING : State.WAITING, getTranslation("shop.prices." + plan.state())),
                new Span(time),
                Pieces.text(plan.reason(), "meta"),
                Pieces.button(getTranslation("shop.prices.cancel"), "", () -> {
                    if (Attempt.of(this, () -> desk.cancel(plan), getTranslation("shop.prices.cancelled"))) {
                        changed.run();
                    }
                }));
        return row;
    }

    private Component was(Pricing.Change change) {
        return row(
                ShopCells.money(change.previous(), CURRENCY, getLocale()),
                Pieces.text("→", "dim"),
                ShopCells.money(change.price(), CURRENCY, getLocale()),
                Pieces.text(change.reason(), "meta"),
                Pieces.text(change.changedBy(), "strong"),
                new Span(Pieces.ago(change.at())));
    }

    private static Div row(Component... cells) {
        Div row = new Div(cells);
        row.addClassName("row");
        return row;
    }
}
