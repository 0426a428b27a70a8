package io.tillflow.studio.shop;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import io.tillflow.studio.connectors.Away;
import io.tillflow.studio.connectors.Refused;
import io.tillflow.studio.instances.Pieces;
import io.tillflow.studio.kit.EmptyState;
import io.tillflow.studio.kit.Frontend;
import io.tillflow.studio.kit.PageHead;
import io.tillflow.studio.kit.SimpleTable;
import io.tillflow.studio.security.Role;
import io.tillflow.studio.shop.Spending.Line;
import io.tillflow.studio.shop.Spending.Wish;
import jakarta.annotation.security.RolesAllowed;

/** What to order within a budget so that it earns most. */
@Route("shop/replenishment")
@RolesAllowed(Role.Is.MERCHANT)
class SpendingView extends Div implements HasDynamicTitle {
    private static final String CURRENCY = "EUR";

    private final transient SpendingDesk desk;
    private final Div shown = new Div();
    private final Assumptions assumed = new Assumptions(this::show);
    private final IntegerField budget =
            assumed.number("shop.spending.budget", (int) Wish.USUAL.budget() / 100, 0, 1_000_000_000);
    private final IntegerField leadDays = assumed.number("shop.spending.lead", Wish.USUAL.leadDays(), 1, 60);
    private final IntegerField every = assumed.number("shop.spending.every", Wish.USUAL.every(), 1, 31);
    private final IntegerField costShare = assumed.number("shop.spending.share", Wish.USUAL.costShare(), 1, 100);
    private final IntegerField holding = assumed.number("shop.spending.holding", Wish.USUAL.holding(), 0, 100);

    SpendingView(SpendingDesk desk) {
        this.desk = desk;
        Frontend.require(this, "instances");
        shown.addClassName("spending");
        add(
                new PageHead(getTranslation("menu.shop")),
                new ShopTabs(StockView.class),
                new H2(getTranslation("shop.spending")),
                Pieces.block(getTranslation("shop.spending.intro"), "meta", "intelligence-intro"),
                assumed,
                shown);
        show();
    }

    private void show() {
        shown.removeAll();
        try {
            show(desk.spending(new Wish(
                    budget.getValue() * 100L,
                    leadDays.getValue(),
                    every.getValue(),
                    costShare.getValue(),
                    holding.getValue())));
        } catch (Away | Refused trouble) {
            shown.add(
                    new EmptyState("plug", getTranslation("connectors.away"), getTranslation("connectors.away.text")));
        }
    }

    private void show(Spending spending) {
        if (spending.considered() == 0) {
            shown.add(new EmptyState(
                    "bulb", getTranslation("shop.spending.nothing"), getTranslation("shop.spending.nothing.text")));
            return;
        }
        if (spending.items().isEmpty()) {
            shown.add(new EmptyState(
                    "check", getTranslation("shop.spending.enough"), getTranslation("shop.spending.enough.text")));
            return;
        }
        shown.add(
                Pieces.block(
                        getTranslation(
                                "shop.spending.sum",
                                spending.items().size(),
                                spending.considered(),
                                money(spending.cost()),
                                money(spending.left()),
                                money(spending.worth()),
                                spending.days()),
                        "strong",
                        "spending-sum"),
                table(spending));
    }

    private Component table(Spending spending) {
        SimpleTable table = new SimpleTable(
                getTranslation("shop.column.product"),
                getTranslation("shop.spending.there"),
                getTranslation("shop.spending.expected", spending.days()),
                getTranslation("shop.spending.order"),
                getTranslation("shop.spending.cost"),
                getTranslation("shop.spending.worth"));
        spending.items()
                .forEach(it -> table.row(
                        name(it),
                        new Span(String.valueOf(it.there())),
                        new Span(getTranslation(
                                "shop.spending.bounds",
                                Math.round(it.expected().units()),
                                Math.round(it.expected().low()),
                                Math.round(it.expected().high()))),
                        Pieces.text(String.valueOf(it.quantity()), "strong"),
                        cost(it),
                        new Span(money(it.worth()))));
        return table;
    }

    private Component name(Line it) {
        RouterLink link = new RouterLink(it.name(), VariantView.class, new RouteParameters("sku", it.sku()));
        String variant = it.variant().isBlank() ? it.sku() : it.variant() + " · " + it.sku();
        return new Div(new Div(link), Pieces.block(variant, "meta"));
    }

    private Component cost(Line it) {
        String each =
                getTranslation(it.assumed() ? "shop.spending.assumed" : "shop.spending.each", money(it.unitCost()));
        return new Div(new Div(new Span(money(it.cost()))), Pieces.block(each, "meta"));
    }

    private String money(long amount) {
        return ShopCells.money(amount, CURRENCY, getLocale()).getText();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("shop.spending") + " - Tillflow";
    }
}
