package io.tillflow.studio.intelligence;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import io.tillflow.studio.instances.Amounts;
import io.tillflow.studio.instances.Pieces;
import io.tillflow.studio.intelligence.CustomerScores.Score;
import io.tillflow.studio.intelligence.CustomerScores.Totals;
import io.tillflow.studio.intelligence.IntelligenceWatch.Scored;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Optional;

/** The customers as the version in use sees them: those expected to spend most, and those who have left and were worth most. */
class CustomerTables extends Div {
    CustomerTables(Scored scored) {
        addClassName("model-customers");
        Totals totals = scored.best().totals();
        if (totals == null) {
            add(Pieces.block(getTranslation("customers.none"), "meta", "model-line"));
            return;
        }
        add(Pieces.block(
                getTranslation(
                        "customers.totals",
                        totals.customers(),
                        totals.gone(),
                        totals.weeks(),
                        String.format(getLocale(), "%,.0f", totals.expectedOrders()),
                        money(totals.value(), totals.currency()),
                        day(Optional.of(totals.asOf()))),
                "model-line"));
        Div tables = new Div(
                table("customers.best", scored.best().items(), totals.currency()),
                table("customers.lapsed", scored.lapsed().items(), totals.currency()));
        tables.addClassName("model-past");
        add(tables);
    }

    private Div table(String title, List<Score> scores, String currency) {
        Div part = new Div(Pieces.block(getTranslation(title), "lbl"));
        if (scores.isEmpty()) {
            part.add(Pieces.block(getTranslation(title + ".none"), "meta"));
            return part;
        }
        NativeTable table = new NativeTable();
        NativeTableRow heads = new NativeTableRow();
        for (String column : List.of("customer", "orders", "alive", "expected", "value", "next")) {
            NativeTableHeaderCell head = new NativeTableHeaderCell(getTranslation("customers." + column));
            head.setClassName("r", !column.equals("customer"));
            heads.add(head);
        }
        table.getHead().add(heads);
        scores.forEach(score -> table.getBody().add(row(score, currency)));
        Div box = new Div(table);
        box.addClassName("table-box");
        box.getElement().setAttribute("tabindex", "0");
        part.add(box);
        return part;
    }

    private NativeTableRow row(Score score, String currency) {
        return new NativeTableRow(
                new NativeTableCell(Pieces.text(score.customer(), "mono")),
                number(String.format(getLocale(), "%,d", score.repeats() + 1)),
                number(String.format(getLocale(), "%.0f %%", score.pAlive() * 100)),
                number(String.format(getLocale(), "%.1f", score.expectedOrders())),
                number(money(score.value(), currency)),
                number(day(Optional.ofNullable(score.nextOrder()))));
    }

    private static NativeTableCell number(String text) {
        NativeTableCell cell = new NativeTableCell(text);
        cell.addClassNames("r", "num");
        return cell;
    }

    private String money(long minor, String currency) {
        return Amounts.text(minor, currency, getLocale());
    }

    private String day(Optional<LocalDate> day) {
        return day.map(it -> DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                        .withLocale(getLocale())
                        .format(it))
                .orElse("–");
    }
}
