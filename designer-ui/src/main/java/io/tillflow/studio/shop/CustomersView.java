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

/** Who bought here. */
@Route("shop/customers")
@RolesAllowed(Role.Is.MERCHANT)
class CustomersView extends Div implements HasDynamicTitle {
    private volatile String wanted = "";

    CustomersView(ShopBook book) {
        ShopList<Customer> list =
                new ShopList<>(table(), "shop.customers.empty", after -> book.customers(wanted, after));
        ShopSearch filter = new ShopSearch("shop.customers.search", words -> {
            wanted = words;
            list.restart();
        });
        add(new PageHead(getTranslation("menu.shop")), new ShopTabs(CustomersView.class), filter, list);
        Frontend.require(this, "instances");
        list.restart();
    }

    private DataTable<Customer> table() {
        return new DataTable<>(
                        getTranslation("shop.customers"),
                        Customer::id,
                        List.of(
                                new Column<>(getTranslation("shop.customer"), "", this::name),
                                new Column<>(
                                        getTranslation("shop.customer.orders"),
                                        "r num",
                                        it -> new Span(String.valueOf(it.orders()))),
                                new Column<>(getTranslation("shop.column.total"), "r num hide-s", this::total),
                                new Column<>(getTranslation("shop.customer.last"), "r hide-s", this::last)))
                .onOpen(it -> UI.getCurrent().navigate(CustomerView.class, new RouteParameters("id", it.id())));
    }

    private Component name(Customer it) {
        String shown = it.name().isEmpty() ? it.email() : it.name();
        RouterLink link = new RouterLink(shown, CustomerView.class, new RouteParameters("id", it.id()));
        return new Div(new Div(link), Pieces.block(it.email(), "meta"));
    }

    private Component total(Customer it) {
        return it.currency() == null ? new Span() : ShopCells.money(it.total(), it.currency(), getLocale());
    }

    private Component last(Customer it) {
        return it.lastOrderAt() == null ? new Span() : new Span(Pieces.ago(it.lastOrderAt()));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("shop.customers") + " - Tillflow";
    }
}
