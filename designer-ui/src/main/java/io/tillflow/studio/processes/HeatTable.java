package io.tillflow.studio.processes;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import io.tillflow.engine.model.ProcessModel;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** The same as the diagram in words and figures, warmest first; a step's name shows it on the diagram. */
final class HeatTable extends Div {

    /** Costs have a table of their own. */
    private static final Set<Measure> SHOWN = EnumSet.complementOf(EnumSet.of(Measure.COST));

    HeatTable(Heat heat, ProcessModel model, Measure measure, Consumer<String> reveal) {
        addClassName("sec");
        List<Heat.Step> rows = heat.steps().stream()
                .sorted(Comparator.<Heat.Step>comparingLong(measure::of)
                        .reversed()
                        .thenComparing(Heat.Step::elementId))
                .toList();
        add(new H2(getTranslation("processes.elements")));
        if (rows.isEmpty()) {
            add(new Paragraph(getTranslation("processes.none")));
            return;
        }
        NativeTable table = new NativeTable();
        table.getElement().setAttribute("aria-label", getTranslation("processes.elements"));
        NativeTableRow head = table.getHead().addRow();
        head.add(header("step"));
        for (Measure each : SHOWN) {
            NativeTableHeaderCell cell = header(each.id());
            cell.addClassNames("r", "num");
            head.add(cell);
        }
        for (Heat.Step it : rows) {
            NativeTableRow row = table.getBody().addRow();
            NativeButton name = new NativeButton(model.label(it.elementId()), click -> reveal.accept(it.elementId()));
            row.addDataCell().add(name);
            for (Measure each : SHOWN) {
                NativeTableCell cell = row.addDataCell();
                cell.setText(
                        each.sampled() && it.heat().passages() == 0 ? "–" : each.text(each.of(it), String::valueOf));
                cell.addClassNames("r", "num");
            }
        }
        add(table);
    }

    private NativeTableHeaderCell header(String name) {
        NativeTableHeaderCell cell = new NativeTableHeaderCell();
        cell.setText(getTranslation("processes.column." + name));
        cell.getElement().setAttribute("scope", "col");
        return cell;
    }
}
