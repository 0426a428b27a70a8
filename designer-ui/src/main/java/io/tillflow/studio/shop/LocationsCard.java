package io.tillflow.studio.shop;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.tillflow.studio.instances.Pieces;
import io.tillflow.studio.kit.Badge;
import io.tillflow.studio.kit.State;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The shop's locations, in the order in which orders are served from them. */
class LocationsCard extends Div {
    private final transient LocationDesk desk;
    private final Div rows = new Div();

    LocationsCard(LocationDesk desk) {
        this.desk = desk;
        rows.addClassName("shop-rows");
        add(ShopCells.card(
                getTranslation("shop.locations"), Pieces.block(getTranslation("shop.locations.text"), "meta"), rows));
        refresh();
    }

    private void refresh() {
        List<Location> all = desk.all();
        rows.removeAll();
        all.forEach(it -> {
            Div row = new Div(new Span(it.name()), Pieces.text(it.address(), "meta"));
            row.addClassName("row");
            if (!it.open()) {
                row.add(new Badge(State.CANCELLED, getTranslation("shop.location.closed")));
            }
            row.add(Pieces.button(getTranslation("shop.location.change"), "", () -> ask(it, all)));
            rows.add(row);
        });
        Div more = new Div(Pieces.button(getTranslation("shop.location.new"), "plus", () -> ask(null, all)));
        more.addClassName("row");
        rows.add(more);
    }

    private void ask(@Nullable Location known, List<Location> all) {
        new LocationDialog(known, all, desk, this::refresh).open();
    }
}
