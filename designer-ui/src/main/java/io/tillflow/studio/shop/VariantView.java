package io.tillflow.studio.shop;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import io.tillflow.studio.connectors.Away;
import io.tillflow.studio.connectors.Refused;
import io.tillflow.studio.instances.Pieces;
import io.tillflow.studio.kit.EmptyState;
import io.tillflow.studio.kit.Frontend;
import io.tillflow.studio.kit.HasCrumbs;
import io.tillflow.studio.kit.PageHead;
import io.tillflow.studio.kit.SimpleTable;
import io.tillflow.studio.security.Role;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One variant: its counts, every change of them, and what staff may do: book goods in, or correct a count. */
@Route("shop/products/:sku")
@RolesAllowed(Role.Is.MERCHANT)
class VariantView extends Div implements HasCrumbs, HasDynamicTitle, BeforeEnterObserver {
    private final transient ShopBook book;
    private final transient ShopDesk desk;
    private final transient PriceDesk prices;
    private final transient DemandDesk demand;
    private final transient RestockingDesk supply;
    private final transient LocationDesk locations;
    private String sku = "";
    private transient StockRow.@Nullable Known shown;

    VariantView(
            ShopBook book,
            ShopDesk desk,
            PriceDesk prices,
            DemandDesk demand,
            RestockingDesk supply,
            LocationDesk locations) {
        this.book = book;
        this.desk = desk;
        this.prices = prices;
        this.demand = demand;
        this.supply = supply;
        this.locations = locations;
        addClassName("shop-order");
        Frontend.require(this, "instances");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        sku = event.getRouteParameters().get("sku").orElse("");
        refresh();
    }

    private void refresh() {
        removeAll();
        try {
            StockRow.Known known = book.product(sku);
            shown = known;
            show(known);
        } catch (Away | Refused trouble) {
            add(new EmptyState("box", getTranslation("shop.product.gone"), getTranslation("shop.product.gone.text")));
        }
    }

    private void show(StockRow.Known known) {
        StockRow row = known.row();
        Restocking restocking = supply.restocking(row.sku());
        Div left = new Div(counts(row));
        if (known.several()) {
            left.add(new PlacesCard(known, locations, this::refresh));
        }
        left.add(
                new RestockingCard(row, restocking, supply, this::refresh),
                new DemandCard(row, restocking.awaited(), demand));
        Div columns = new Div(left, new Div(new PricesCard(row, prices, this::refresh), history(known)));
        columns.addClassName("shop-columns");
        add(
                new PageHead(row.name())
                        .beside(Pieces.text(row.variant() + " · " + row.sku(), "meta"))
                        .actions(
                                Pieces.button(getTranslation("shop.words"), "", () -> words(row)),
                                Pieces.button(
                                        getTranslation("shop.price.set"),
                                        "",
                                        () -> new PriceDialog(row, prices, this::refresh).open()),
                                Pieces.button(getTranslation("shop.count"), "", () -> ask(known, false)),
                                Pieces.button(getTranslation("shop.receive"), "plus", () -> ask(known, true), "pri")),
                columns);
    }

    private void words(StockRow row) {
        String language = getLocale().getLanguage().equals("de") ? "de" : "en";
        getUI().ifPresent(ui -> ui.navigate(
                ProductTextView.class, WordsView.parameters(ProductTextView.PRODUCT, row.product(), language)));
    }

    private Component counts(StockRow row) {
        DescriptionList facts = new DescriptionList();
        facts.addClassName("kv");
        ShopCells.fact(facts, getTranslation("shop.column.price"), ShopCells.money(row.price(), "EUR", getLocale()));
        fact(facts, "shop.column.onhand", row.onHand());
        fact(facts, "shop.held", row.held());
        fact(facts, "shop.stock.RESERVED", row.reserved());
        fact(facts, "shop.stock.ALLOCATED", row.allocated());
        fact(facts, "shop.column.available", row.available());
        return ShopCells.card(getTranslation("shop.counts"), facts);
    }

    private void fact(DescriptionList facts, String key, int count) {
        ShopCells.fact(facts, getTranslation(key), Pieces.text(String.valueOf(count), "num"));
    }

    private Component history(StockRow.Known known) {
        SimpleTable table = new SimpleTable(
                getTranslation("shop.column.what"),
                getTranslation("shop.column.items"),
                getTranslation("shop.column.when"));
        known.movements()
                .forEach(it ->
                        table.row(what(it, known), Pieces.text(signed(it), "num"), new Span(Pieces.ago(it.at()))));
        return ShopCells.card(getTranslation("shop.history"), table);
    }

    private Component what(StockRow.Movement it, StockRow.Known known) {
        Div cell = new Div(new Span(getTranslation("shop.movement." + it.kind())));
        if (it.location() != null && known.several()) {
            cell.add(new Span(" · "), Pieces.text(known.name(it.location()), "meta"));
        }
        if (it.orderId() != null) {
            RouterLink order = new RouterLink(
                    getTranslation("shop.review.order"), OrderView.class, new RouteParameters("id", it.orderId()));
            order.addClassName("meta");
            cell.add(new Div(order));
        } else if (it.reason() != null) {
            cell.add(Pieces.block(it.reason(), "meta"));
        }
        return cell;
    }

    private static String signed(StockRow.Movement it) {
        return it.kind().equals("COUNTED") && it.quantity() > 0 ? "+" + it.quantity() : String.valueOf(it.quantity());
    }

    private void ask(StockRow.Known known, boolean receive) {
        new StockDialog(known, receive, desk, this::refresh).open();
    }

    @Override
    public List<Crumb> crumbs() {
        return List.of(
                new Crumb(getTranslation("menu.shop"), "shop"),
                new Crumb(getTranslation("shop.products"), "shop/products"),
                new Crumb(title(), null));
    }

    private String title() {
        StockRow.Known known = shown;
        return known == null ? sku : known.row().name();
    }

    @Override
    public String getPageTitle() {
        return title() + " - Tillflow";
    }
}
