package io.tillflow.studio.kit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;

/** A table of few rows, drawn as it is; long lists page. */
public final class SimpleTable extends Div {
    private final NativeTableBody body;

    public SimpleTable(String... heads) {
        addClassNames("card", "table-box");
        NativeTable table = new NativeTable();
        NativeTableRow row = new NativeTableRow();
        for (String head : heads) {
            // a header cell that says nothing would be read out all the same
            row.add(head.isEmpty() ? new NativeTableCell() : new NativeTableHeaderCell(head));
        }
        table.getHead().add(row);
        body = table.getBody();
        add(table);
        // on a phone it is wider than the page: the arrow keys scroll it
        getElement().setAttribute("tabindex", "0");
    }

    public void row(Component... cells) {
        NativeTableRow row = new NativeTableRow();
        for (Component cell : cells) {
            row.add(new NativeTableCell(cell));
        }
        body.add(row);
    }

    public void clear() {
        body.removeAll();
    }
}
