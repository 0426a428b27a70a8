package io.tillflow.studio.alerts;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.tillflow.studio.alerts.Alert.Letter;
import io.tillflow.studio.instances.DataTable;
import io.tillflow.studio.instances.DataTable.Column;
import io.tillflow.studio.instances.Pieces;
import io.tillflow.studio.kit.Badge;
import io.tillflow.studio.kit.EmptyState;
import io.tillflow.studio.kit.State;
import java.util.List;
import java.util.Locale;
import java.util.function.LongConsumer;

/** What is the matter now, and whether somebody looks after it. */
final class OpenAlerts extends Div {

    private final AlertWords words;
    private final boolean mayAcknowledge;
    private final LongConsumer acknowledge;
    private final DataTable<Alert> table;
    private final EmptyState empty =
            new EmptyState("bell", getTranslation("alerts.none"), getTranslation("alerts.none.text"));

    OpenAlerts(AlertWords words, boolean mayAcknowledge, LongConsumer acknowledge) {
        this.words = words;
        this.mayAcknowledge = mayAcknowledge;
        this.acknowledge = acknowledge;
        this.table = new DataTable<>(
                getTranslation("menu.alerts"),
                Alert::id,
                List.of(
                        new Column<>(getTranslation("alerts.column.state"), "", this::badge),
                        new Column<>(getTranslation("alerts.column.what"), "", this::what),
                        new Column<>(getTranslation("alerts.column.raised"), "num", it -> Pieces.ago(it.raisedAt())),
                        new Column<>(getTranslation("alerts.column.mail"), "hide-s", this::mail),
                        new Column<>("", "r", this::act)));
        table.addClassName("card");
        add(table, empty);
    }

    void show(List<Alert> alerts) {
        table.show(alerts);
        table.setVisible(!alerts.isEmpty());
        empty.setVisible(alerts.isEmpty());
    }

    private Component badge(Alert alert) {
        return alert.acknowledgedBy().isPresent()
                ? new Badge(State.WAITING, getTranslation("alerts.state.seen"))
                : new Badge(State.INCIDENT, getTranslation("alerts.state.new"));
    }

    private Component what(Alert alert) {
        Anchor link = new Anchor(alert.address(), words.what(alert, this::getTranslation));
        link.addClassName("strong");
        Div what = new Div(link, Pieces.block(alert.rule(), "meta"));
        return what;
    }

    private Component mail(Alert alert) {
        Span text =
                new Span(getTranslation("alerts.mail." + alert.letter().name().toLowerCase(Locale.ROOT)));
        text.addClassName(alert.letter() == Letter.REFUSED ? "down" : "meta");
        alert.letterReason().ifPresent(it -> text.getElement().setAttribute("title", it));
        return text;
    }

    private Component act(Alert alert) {
        if (alert.acknowledgedBy().isPresent()) {
            return Pieces.text(
                    getTranslation("alerts.by", alert.acknowledgedBy().get()), "meta");
        }
        if (!mayAcknowledge) {
            return new Span();
        }
        return Pieces.button(getTranslation("alerts.acknowledge"), "check", () -> acknowledge.accept(alert.id()), "sm");
    }
}
