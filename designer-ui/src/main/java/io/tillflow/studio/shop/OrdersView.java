package io.tillflow.studio.shop;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import io.tillflow.studio.instances.DataTable;
import io.tillflow.studio.instances.DataTable.Column;
import io.tillflow.studio.instances.LiveHistory;
import io.tillflow.studio.instances.Pieces;
import io.tillflow.studio.kit.Frontend;
import io.tillflow.studio.kit.Icon;
import io.tillflow.studio.kit.PageHead;
import io.tillflow.studio.security.Role;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.function.Function;

/** The shop's orders, found by number, name, e-mail or state. */
@Route("shop")
@Menu(order = 60, title = "menu.shop", icon = "shop")
@RolesAllowed(Role.Is.MERCHANT)
class OrdersView extends Div implements HasDynamicTitle {
    private static final List<String> STATES = List.of(
            "",
            "PLACED",
            "IN_REVIEW",
            "AWAITING_PAYMENT",
            "PAID",
            "AWAITING_STOCK",
            "PREPARING",
            "SHIPPED",
            "DELIVERED",
            "COMPLETED",
            "CANCELLED");

    private final TextField words = new TextField();
    private final Select<String> state = new Select<>();
    private volatile String wanted = "";
    private volatile String wantedState = "";

    OrdersView(ShopBook book, LiveHistory live) {
        ShopList<ListedOrder> list =
                new ShopList<>(table(), "shop.orders.empty", after -> book.orders(wanted, wantedState, after));
        words.setPlaceholder(getTranslation("shop.orders.search"));
        words.setAriaLabel(getTranslation("shop.orders.search"));
        words.setPrefixComponent(new Icon("search"));
        words.setClearButtonVisible(true);
        words.setValueChangeMode(ValueChangeMode.LAZY);
        words.addValueChangeListener(change -> {
            wanted = change.getValue();
            list.restart();
        });
        state.setItems(STATES);
        state.setValue("");
        state.setAriaLabel(getTranslation("shop.orders.state"));
        state.setItemLabelGenerator(it -> getTranslation(it.isEmpty() ? "shop.orders.state.all" : "shop.state." + it));
        state.addValueChangeListener(change -> {
            wantedState = change.getValue();
            list.restart();
        });
        Div filter = new Div(words, state);
        filter.addClassName("shop-filter");
        add(new PageHead(getTranslation("menu.shop")), new ShopTabs(OrdersView.class), filter, list);
        Frontend.require(this, "instances");
        list.restart();
        live.follow(this, change -> true, list::load, list::show);
    }

    private DataTable<ListedOrder> table() {
        return new DataTable<>(
                        getTranslation("shop.orders"),
                        ListedOrder::id,
                        List.of(
                                column("number", "", this::number),
                                column("state", "", it -> ShopCells.orderState(this, it.state(), it.cancelRequested())),
                                column("customer", "hide-s", it -> Pieces.text(it.email(), "cut")),
                                column("items", "r num hide-s", it -> new Span(String.valueOf(it.items()))),
                                column("total", "r", it -> ShopCells.money(it.total(), it.currency(), getLocale())),
                                column("placed", "hide-s", it -> new Span(Pieces.ago(it.placedAt())))))
                .onOpen(it -> UI.getCurrent().navigate(OrderView.class, new RouteParameters("id", it.id())));
    }

    private Column<ListedOrder> column(String key, String classes, Function<ListedOrder, Component> cell) {
        return new Column<>(getTranslation("shop.column." + key), classes, cell);
    }

    private Component number(ListedOrder it) {
        RouterLink link = new RouterLink(it.number(), OrderView.class, new RouteParameters("id", it.id()));
        link.addClassName("num");
        return link;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("shop.orders") + " - Tillflow";
    }
}
