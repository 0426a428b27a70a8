package io.tillflow.studio.shop;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import io.tillflow.studio.connectors.Away;
import io.tillflow.studio.connectors.Refused;
import io.tillflow.studio.instances.DataTable;
import io.tillflow.studio.instances.Pieces;
import io.tillflow.studio.kit.EmptyState;
import io.tillflow.studio.kit.Redraw;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** A list of the shop, more of it at a press, with what it says while it is empty and while the shop is away. */
class ShopList<T> extends Div {
    private final DataTable<T> table;
    private final Div under = new Div();
    private final NativeButton more;
    private final List<T> rows = new ArrayList<>();
    private final Function<String, ShopBook.Page<T>> read;
    private final String emptyKey;
    private String next = "";
    private int pages = 1;

    /**
     * @param read the page behind a place in the list
     * @param emptyKey of the texts for an empty list
     */
    ShopList(DataTable<T> table, String emptyKey, Function<String, ShopBook.Page<T>> read) {
        this.table = table;
        this.emptyKey = emptyKey;
        this.read = read;
        table.addClassName("card");
        more = Pieces.button(getTranslation("shop.more"), "down", this::more);
        more.addClassName("shop-more");
        add(table, under, more);
    }

    /** Another question is asked of it. */
    void restart() {
        pages = 1;
        show(load());
    }

    private void more() {
        pages++;
        show(load());
    }

    /** As many pages as are looked at, from the beginning; null while the shop is away. */
    List<ShopBook.Page<T>> load() {
        List<ShopBook.Page<T>> read = new ArrayList<>();
        try {
            String after = "";
            for (int page = 0; page < pages; page++) {
                ShopBook.Page<T> part = this.read.apply(after);
                read.add(part);
                if (part.next() == null) {
                    break;
                }
                after = part.next();
            }
            return read;
        } catch (Away | Refused trouble) {
            return List.of();
        }
    }

    /** @param parts nothing when the shop did not answer: then what was seen last stays */
    void show(List<ShopBook.Page<T>> parts) {
        table.setClassName("stale", parts.isEmpty());
        if (parts.isEmpty()) {
            Redraw.in(
                    under,
                    new EmptyState("plug", getTranslation("storefront.away"), getTranslation("storefront.away.text")));
            more.setVisible(false);
            table.setVisible(!rows.isEmpty());
            return;
        }
        rows.clear();
        parts.forEach(part -> rows.addAll(part.items()));
        String last = parts.getLast().next();
        next = last == null ? "" : last;
        table.show(rows);
        table.setVisible(!rows.isEmpty());
        more.setVisible(!next.isEmpty());
        Redraw.in(
                under,
                rows.isEmpty()
                        ? List.of(new EmptyState("shop", getTranslation(emptyKey), getTranslation(emptyKey + ".text")))
                        : List.of());
    }
}
