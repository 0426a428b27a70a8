package io.tillflow.studio.alerts;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import io.tillflow.studio.instances.DataTable;
import io.tillflow.studio.instances.DataTable.Column;
import io.tillflow.studio.instances.Pieces;
import java.util.List;

/** What was the matter lately. */
final class ClosedAlerts extends Div {

    private final DataTable<Alert> table;

    ClosedAlerts(AlertWords words) {
        table = new DataTable<>(
                getTranslation("alerts.closed"),
                Alert::id,
                List.of(
                        new Column<>(getTranslation("alerts.column.rule"), "", it -> new Span(it.rule())),
                        new Column<>(
                                getTranslation("alerts.column.what"),
                                "",
                                it -> Pieces.text(words.what(it, this::getTranslation))),
                        new Column<>(
                                getTranslation("alerts.column.worst"),
                                "r num",
                                it -> new Span(String.valueOf(it.worst()))),
                        new Column<>(
                                getTranslation("alerts.column.lasted"),
                                "num hide-s",
                                it -> Pieces.since(it.raisedAt(), it.closedAt())),
                        new Column<>(
                                getTranslation("alerts.column.closed"),
                                "num",
                                it -> Pieces.ago(it.closedAt().orElse(it.raisedAt())))));
        table.addClassName("card");
        addClassName("sheet");
        add(new H2(getTranslation("alerts.closed")), table);
    }

    void show(List<Alert> alerts) {
        table.show(alerts);
        setVisible(!alerts.isEmpty());
    }
}
