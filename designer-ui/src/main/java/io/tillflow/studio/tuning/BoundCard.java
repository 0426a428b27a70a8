package io.tillflow.studio.tuning;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import io.tillflow.studio.instances.Pieces;

/** One proposal: its gain with its interval, and the cells as they are and as they would be. */
class BoundCard extends Div {
    BoundCard(Advice.Better better, Runnable accept) {
        addClassNames("card", "model");
        Span grow = Pieces.text(getTranslation("tuning.otherwise", better.decidedOtherwise()), "meta", "grow");
        add(new Header(
                Pieces.text(
                        better.path() + ": " + better.from().toPlainString() + " → "
                                + better.to().toPlainString(),
                        "strong",
                        "num"),
                grow,
                Pieces.button(getTranslation("tuning.accept"), "check", accept, "sm", "pri")));
        add(Pieces.block(
                getTranslation(
                        "tuning.gain",
                        BoundsView.euros(better.gain(), getLocale()),
                        BoundsView.euros(better.low(), getLocale()),
                        BoundsView.euros(better.high(), getLocale())),
                "num",
                "model-line"));
        NativeTable table = new NativeTable();
        table.getHead()
                .add(new NativeTableRow(
                        new NativeTableHeaderCell(getTranslation("tuning.cell")),
                        new NativeTableHeaderCell(getTranslation("tuning.now")),
                        new NativeTableHeaderCell(getTranslation("tuning.then"))));
        better.cells()
                .forEach(cell -> table.getBody()
                        .add(new NativeTableRow(
                                code(cell.elementId()), marked(cell.from(), "del"), marked(cell.to(), "ins"))));
        Div box = new Div(table);
        box.addClassName("table-box");
        box.getElement().setAttribute("tabindex", "0");
        add(box);
    }

    private static NativeTableCell code(String text) {
        return new NativeTableCell(Pieces.text(text, "mono", "dim"));
    }

    private static NativeTableCell marked(String text, String kind) {
        return new NativeTableCell(Pieces.text(text, "mono", "cell-" + kind));
    }
}
