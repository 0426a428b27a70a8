package io.tillflow.studio.shop;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.IntegerField;
import io.tillflow.studio.instances.Pieces;
import io.tillflow.studio.kit.SimpleTable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The things of a draft: added by name or number, counted, taken out. */
class DraftLines extends Div {
    private static final int MOST = 20;

    private final Div table = new Div();
    private final transient Consumer<List<Draft.WantedLine>> changed;
    private transient List<Draft.WantedLine> lines = List.of();

    DraftLines(ShopBook book, Consumer<List<Draft.WantedLine>> changed) {
        this.changed = changed;
        add(table, new ArticlePicker(getTranslation("shop.draft.add"), book, it -> another(it.sku())));
        addClassName("shop-draft-lines");
    }

    void show(Draft draft) {
        lines = draft.lines().stream()
                .map(it -> new Draft.WantedLine(it.sku(), it.quantity()))
                .toList();
        table.removeAll();
        if (draft.lines().isEmpty()) {
            table.add(Pieces.block(getTranslation("shop.draft.nothing"), "meta"));
            return;
        }
        SimpleTable rows = new SimpleTable(
                getTranslation("shop.column.thing"),
                getTranslation("shop.column.items"),
                getTranslation("shop.column.total"),
                "");
        draft.lines()
                .forEach(line -> rows.row(
                        new Div(
                                new Span(line.name().isEmpty() ? line.sku() : line.name()),
                                Pieces.block(
                                        line.variant() + " · " + line.sku() + " · "
                                                + getTranslation("shop.draft.left", line.available()),
                                        "meta")),
                        quantity(line),
                        ShopCells.money(line.total(), draft.currency(), getLocale()),
                        Pieces.button(
                                getTranslation("shop.draft.remove"), "", () -> set(line.sku(), 0), "ghost", "sm")));
        table.add(rows);
    }

    private IntegerField quantity(Draft.Line line) {
        IntegerField field = new IntegerField();
        field.setAriaLabel(getTranslation("shop.draft.quantity", line.name()));
        field.setMin(1);
        field.setMax(MOST);
        field.setStepButtonsVisible(true);
        field.setWidth("112px");
        field.setValue(line.quantity());
        field.addValueChangeListener(change -> {
            Integer wanted = change.getValue();
            if (change.isFromClient() && wanted != null && wanted >= 1 && wanted <= MOST) {
                set(line.sku(), wanted);
            }
        });
        return field;
    }

    private void another(String sku) {
        int before = lines.stream()
                .filter(it -> it.sku().equals(sku))
                .mapToInt(Draft.WantedLine::quantity)
                .sum();
        if (before > 0) {
            set(sku, Math.min(MOST, before + 1));
            return;
        }
        List<Draft.WantedLine> more = new ArrayList<>(lines);
        more.add(new Draft.WantedLine(sku, 1));
        changed.accept(more);
    }

    private void set(String sku, int quantity) {
        changed.accept(lines.stream()
                .map(it -> it.sku().equals(sku) ? new Draft.WantedLine(sku, quantity) : it)
                .filter(it -> it.quantity() > 0)
                .toList());
    }
}
