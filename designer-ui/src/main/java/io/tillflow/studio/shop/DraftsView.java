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
import io.tillflow.studio.kit.Badge;
import io.tillflow.studio.kit.Frontend;
import io.tillflow.studio.kit.PageHead;
import io.tillflow.studio.kit.State;
import io.tillflow.studio.security.Role;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.function.Function;

/** Orders that staff put together, the newest first. */
@Route("shop/drafts")
@RolesAllowed(Role.Is.MERCHANT)
class DraftsView extends Div implements HasDynamicTitle {

    DraftsView(DraftDesk desk) {
        ShopList<Draft> list = new ShopList<>(table(), "shop.drafts.empty", desk::drafts);
        add(
                new PageHead(getTranslation("menu.shop")).actions(new DraftButton(desk, null)),
                new ShopTabs(DraftsView.class),
                list);
        Frontend.require(this, "instances");
        list.restart();
    }

    private DataTable<Draft> table() {
        return new DataTable<>(
                        getTranslation("shop.drafts"),
                        Draft::id,
                        List.of(
                                column("customer", "", this::customer),
                                column("state", "", this::state),
                                column(
                                        "total",
                                        "r",
                                        it -> ShopCells.money(it.totals().total(), it.currency(), getLocale())),
                                column("by", "hide-s", it -> new Span(it.author())),
                                column("changed", "hide-s", it -> new Span(Pieces.ago(it.updatedAt())))))
                .onOpen(it -> UI.getCurrent().navigate(DraftView.class, new RouteParameters("id", it.id())));
    }

    private Column<Draft> column(String key, String classes, Function<Draft, Component> cell) {
        return new Column<>(getTranslation("shop.column." + key), classes, cell);
    }

    private Component customer(Draft it) {
        String name = it.number() != null ? it.number() : it.customer();
        return new RouterLink(
                name.isEmpty() ? getTranslation("shop.draft.nobody") : name,
                DraftView.class,
                new RouteParameters("id", it.id()));
    }

    private Component state(Draft it) {
        return it.orderId() == null
                ? new Badge(State.DRAFT, getTranslation("shop.draft"))
                : new Badge(State.COMPLETED, getTranslation("shop.draft.ordered"));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("shop.drafts") + " - Tillflow";
    }
}
