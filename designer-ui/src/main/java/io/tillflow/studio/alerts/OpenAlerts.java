package io.tillflow.studio.alerts;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.tillflow.studio.alerts.Alert.Told;
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
                        new Column<>(getTranslation("alerts.column.told"), "", this::told),
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

    private Component told(Alert alert) {
        Div all = new Div();
        if (alert.told().isEmpty()) {
            all.add(Pieces.text(getTranslation("alerts.told.none"), "meta"));
        }
        alert.told().forEach(it -> all.add(told(it)));
        return all;
    }

    private Component told(Told told) {
        String how = getTranslation("alerts.told." + word(told.state()));
        Div line = Pieces.block(getTranslation("alerts.by." + word(told.channel()), how), "meta");
        if (told.state() == Told.State.REFUSED) {
            line.addClassName("down");
        }
        told.reason().ifPresent(it -> line.add(Pieces.block(it, "meta")));
        return line;
    }

    private static String word(Enum<?> it) {
        return it.name().toLowerCase(Locale.ROOT);
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
