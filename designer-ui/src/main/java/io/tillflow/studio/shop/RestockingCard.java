package io.tillflow.studio.shop;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.tillflow.studio.connectors.AskDialog;
import io.tillflow.studio.connectors.Attempt;
import io.tillflow.studio.instances.Pieces;
import io.tillflow.studio.kit.Badge;
import io.tillflow.studio.kit.State;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;

/** When a variant is low, and what is being bought of it. */
class RestockingCard extends Div {
    private final transient RestockingDesk desk;
    private final transient Runnable changed;

    /** @param changed after the rule was changed, or a purchase given up */
    RestockingCard(StockRow row, Restocking restocking, RestockingDesk desk, Runnable changed) {
        this.desk = desk;
        this.changed = changed;
        Restocking.Rule rule = restocking.rule();
        Div rows = new Div();
        rows.addClassName("shop-rows");
        rows.add(row(
                new Span(getTranslation("shop.restocking.rule", rule.lowAt(), rule.upTo(), rule.pack())),
                Pieces.text(
                        rule.supplier().isEmpty()
                                ? getTranslation("shop.restocking.any")
                                : getTranslation("shop.restocking.from", rule.supplier()),
                        "meta"),
                Pieces.button(
                        getTranslation("shop.restocking.change"),
                        "",
                        () -> new RestockingDialog(row, rule, desk, changed).open())));
        restocking.purchases().forEach(purchase -> rows.add(bought(purchase)));
        if (restocking.purchases().isEmpty()) {
            rows.add(Pieces.block(getTranslation("shop.restocking.none"), "meta"));
        }
        add(ShopCells.card(getTranslation("shop.supply"), rows));
    }

    private Component bought(Restocking.Purchase purchase) {
        Div row = row(
                new Badge(state(purchase.state()), getTranslation("shop.restocking." + purchase.state())),
                Pieces.text(
                        purchase.state().equals("RECEIVED")
                                ? getTranslation("shop.restocking.received", purchase.received(), purchase.quantity())
                                : String.valueOf(purchase.quantity()),
                        "num"),
                new Span(purchase.supplier()));
        if (purchase.unitPrice() != null && purchase.currency() != null) {
            row.add(ShopCells.money(purchase.unitPrice(), purchase.currency(), getLocale()));
        }
        if (purchase.expectedOn() != null && purchase.state().equals("CONFIRMED")) {
            row.add(Pieces.text(
                    getTranslation(
                            "shop.restocking.expected",
                            purchase.expectedOn()
                                    .format(DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                                            .withLocale(getLocale()))),
                    "meta"));
        }
        row.add(new Span(Pieces.ago(purchase.updatedAt())));
        if (purchase.isOpen()) {
            row.add(Pieces.button(getTranslation("shop.restocking.giveup"), "", () -> giveUp(purchase)));
        }
        return row;
    }

    private void giveUp(Restocking.Purchase purchase) {
        new AskDialog(
                        getTranslation("shop.restocking.giveup"),
                        getTranslation("shop.restocking.giveup.text", purchase.quantity(), purchase.supplier()),
                        "",
                        getTranslation("shop.restocking.giveup"))
                .once(() -> {
                    if (Attempt.of(
                            this,
                            () -> desk.giveUp(purchase.sku(), purchase.request()),
                            getTranslation("shop.restocking.giveup.done"))) {
                        changed.run();
                    }
                })
                .open();
    }

    private static State state(String state) {
        return switch (state) {
            case "RECEIVED" -> State.COMPLETED;
            case "NOT_ORDERED", "GIVEN_UP" -> State.CANCELLED;
            case "PLANNED", "LOOKING" -> State.WAITING;
            default -> State.RUNNING;
        };
    }

    private static Div row(Component... cells) {
        Div row = new Div(cells);
        row.addClassName("row");
        return row;
    }
}
