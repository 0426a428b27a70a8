package io.tillflow.studio.shop;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.tillflow.studio.instances.Pieces;
import io.tillflow.studio.kit.Badge;
import io.tillflow.studio.kit.SimpleTable;
import io.tillflow.studio.kit.State;

/** Where a variant lies, and what of it is on its way from one location to another. */
class PlacesCard extends Div {
    private static final int SHOWN = 5;

    private final transient LocationDesk desk;
    private final transient Runnable changed;

    PlacesCard(StockRow.Known known, LocationDesk desk, Runnable changed) {
        this.desk = desk;
        this.changed = changed;
        SimpleTable table = new SimpleTable(
                getTranslation("shop.location"),
                getTranslation("shop.column.onhand"),
                getTranslation("shop.stock.ALLOCATED"),
                getTranslation("shop.location.free"));
        known.places()
                .forEach(it ->
                        table.row(new Span(it.name()), figure(it.onHand()), figure(it.allocated()), figure(it.free())));
        Div rows = new Div();
        rows.addClassName("shop-rows");
        known.transfers().stream().limit(SHOWN).forEach(it -> rows.add(way(it, known)));
        Div more = row(Pieces.button(
                getTranslation("shop.transfer"), "truck", () -> new TransferDialog(known, desk, changed).open()));
        rows.add(more);
        add(ShopCells.card(getTranslation("shop.locations"), table, rows));
    }

    private Component way(StockRow.Transfer it, StockRow.Known known) {
        Div row = row(
                Pieces.text(String.valueOf(it.quantity()), "num"),
                new Span(getTranslation("shop.transfer.way", known.name(it.origin()), known.name(it.target()))));
        if (it.overdue()) {
            row.add(new Badge(State.INCIDENT, getTranslation("shop.transfer.overdue")));
        }
        if (it.arrived() == null) {
            row.add(
                    Pieces.text(it.sentBy(), "meta"),
                    new Span(Pieces.ago(it.sentAt())),
                    Pieces.button(
                            getTranslation("shop.transfer.arrived"),
                            "",
                            () -> new ArrivalDialog(it, known, desk, changed).open()));
        } else {
            String how = it.returned() ? "shop.transfer.returned" : "shop.transfer.came";
            row.add(
                    Pieces.text(getTranslation(how, it.arrived()), "meta"),
                    new Span(Pieces.ago(it.arrivedAt() == null ? it.sentAt() : it.arrivedAt())));
        }
        return row;
    }

    private static Component figure(int count) {
        return Pieces.text(String.valueOf(count), "num");
    }

    private static Div row(Component... cells) {
        Div row = new Div(cells);
        row.addClassName("row");
        return row;
    }
}
