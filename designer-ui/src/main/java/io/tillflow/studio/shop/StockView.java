package io.tillflow.studio.shop;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import io.tillflow.studio.instances.DataTable;
import io.tillflow.studio.instances.DataTable.Column;
import io.tillflow.studio.instances.Pieces;
import io.tillflow.studio.kit.Frontend;
import io.tillflow.studio.kit.PageHead;
import io.tillflow.studio.security.Role;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.function.Function;

/** What can be bought: price and counts of every variant. */
@Route("shop/products")
@RolesAllowed(Role.Is.MERCHANT)
class StockView extends Div implements HasDynamicTitle {
    private volatile String wanted = "";

    StockView(ShopBook book) {
        ShopList<StockRow> list = new ShopList<>(table(), "shop.products.empty", after -> book.products(wanted, after));
        ShopSearch filter = new ShopSearch("shop.products.search", words -> {
            wanted = words;
            list.restart();
        });
        RouterLink spending = new RouterLink(getTranslation("shop.spending.open"), SpendingView.class);
        add(new PageHead(getTranslation("menu.shop")), new ShopTabs(StockView.class), new Div(spending), filter, list);
        Frontend.require(this, "instances");
        list.restart();
    }

    private DataTable<StockRow> table() {
        return new DataTable<>(
                        getTranslation("shop.products"),
                        StockRow::sku,
                        List.of(
                                column("product", "", this::name),
                                column("price", "r", it -> ShopCells.money(it.price(), "EUR", getLocale())),
                                column("onhand", "r num hide-s", it -> figure(it.onHand())),
                                column(
                                        "promised",
                                        "r num hide-s",
                                        it -> figure(it.held() + it.reserved() + it.allocated())),
                                column("available", "r num", it -> available(it.available()))))
                .onOpen(it -> UI.getCurrent().navigate(VariantView.class, new RouteParameters("sku", it.sku())));
    }

    private Column<StockRow> column(String key, String classes, Function<StockRow, Component> cell) {
        return new Column<>(getTranslation("shop.column." + key), classes, cell);
    }

    private Component name(StockRow it) {
        RouterLink link = new RouterLink(it.name(), VariantView.class, new RouteParameters("sku", it.sku()));
        return new Div(new Div(link), Pieces.block(it.variant() + " · " + it.sku(), "meta"));
    }

    private static Span figure(int count) {
        return new Span(String.valueOf(count));
    }

    private Span available(int count) {
        Span span = figure(count);
        span.setClassName("incident-text", count <= 0);
        return span;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("shop.products") + " - Tillflow";
    }
}
