package io.tillflow.studio.instances;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.function.SerializableConsumer;
import io.tillflow.studio.kit.Redraw;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A table that swaps values in place: a row whose facts did not change is not touched, one that changed keeps its place in the document
 * and its links and buttons, so nothing jumps under the pointer, no press is lost and a focus survives.
 */
public final class DataTable<T> extends Div {

    /** One column: its heading, the class of its cells, and what stands in them. */
    public record Column<T>(String heading, String className, Function<T, Component> cell) {}

    private record Shown<T>(T facts, NativeTableRow row) {}

    private final List<Column<T>> columns;
    private final Function<T, Object> key;
    private final NativeTableBody body;
    private final Map<Object, Shown<T>> shown = new HashMap<>();
    private @Nullable SerializableConsumer<T> open;
    private @Nullable Function<T, Boolean> marked;

    public DataTable(String label, Function<T, Object> key, List<Column<T>> columns) {
        this.key = key;
        this.columns = List.copyOf(columns);
        addClassName("table-scroll");
        NativeTable table = new NativeTable();
        table.getElement().setAttribute("aria-label", label);
        NativeTableRow heads = new NativeTableRow();
        for (Column<T> column : columns) {
            heads.add(head(column));
        }
        table.getHead().add(heads);
        body = table.getBody();
        add(table);
    }

    /** A column without a heading has no header cell either: one that says nothing is read out all the same. */
    private static <T> Component head(Column<T> column) {
        if (column.heading().isEmpty()) {
            NativeTableCell blank = new NativeTableCell();
            classes(blank, column);
            return blank;
        }
        NativeTableHeaderCell head = new NativeTableHeaderCell(column.heading());
        classes(head, column);
        head.getElement().setAttribute("scope", "col");
        return head;
    }

    /** What a click on a row does, beside the links that are in it. */
    public DataTable<T> onOpen(SerializableConsumer<T> action) {
        open = action;
        addClassName("opens");
        return this;
    }

    /** Which rows are tinted as selected. */
    public DataTable<T> marking(Function<T, Boolean> selected) {
        marked = selected;
        return this;
    }

    public void show(List<T> rows) {
        List<Component> wanted = new ArrayList<>();
        Map<Object, Shown<T>> next = new HashMap<>();
        for (T facts : rows) {
            Shown<T> entry = entry(facts);
            next.put(key.apply(facts), entry);
            wanted.add(entry.row());
        }
        shown.clear();
        shown.putAll(next);
        Redraw.in(body, wanted);
        mark();
    }

    /** Tints the rows anew, after a selection changed. */
    public void mark() {
        Function<T, Boolean> selected = marked;
        if (selected != null) {
            shown.values().forEach(it -> it.row().setClassName("sel", selected.apply(it.facts())));
        }
    }

    private Shown<T> entry(T facts) {
        Shown<T> before = shown.get(key.apply(facts));
        if (before == null) {
            NativeTableRow row = Redraw.keyed(new NativeTableRow(), key.apply(facts));
            Redraw.in(row, cells(facts));
            opening(row, key.apply(facts));
            return new Shown<>(facts, row);
        }
        if (!Objects.equals(before.facts(), facts)) {
            Redraw.in(before.row(), cells(facts));
        }
        return new Shown<>(facts, before.row());
    }

    private List<NativeTableCell> cells(T facts) {
        List<NativeTableCell> cells = new ArrayList<>();
        for (Column<T> column : columns) {
            NativeTableCell cell = Redraw.keyed(new NativeTableCell(), cells.size());
            classes(cell, column);
            cell.add(column.cell().apply(facts));
            cells.add(cell);
        }
        return cells;
    }

    private static void classes(HasStyle cell, Column<?> column) {
        if (!column.className().isEmpty()) {
            cell.addClassNames(column.className().split(" "));
        }
    }

    private void opening(NativeTableRow row, Object rowKey) {
        SerializableConsumer<T> action = open;
        if (action != null) {
            row.getElement()
                    .addEventListener(
                            "click",
                            click -> action.accept(
                                    Objects.requireNonNull(shown.get(rowKey)).facts()))
                    .setFilter(
                            "!event.target.closest('a,input,button,vaadin-button,label') && !getSelection().toString()");
        }
    }
}
