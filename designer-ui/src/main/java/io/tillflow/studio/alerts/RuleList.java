package io.tillflow.studio.alerts;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.tillflow.studio.instances.DataTable;
import io.tillflow.studio.instances.DataTable.Column;
import io.tillflow.studio.instances.Pieces;
import io.tillflow.studio.kit.Badge;
import io.tillflow.studio.kit.EmptyState;
import io.tillflow.studio.kit.State;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The rules in sentences. */
final class RuleList extends Div {

    private final boolean mayChange;
    private final Consumer<AlertRule> edit;
    private final Consumer<AlertRule> turn;
    private final Consumer<AlertRule> delete;
    private final DataTable<AlertRule> table;
    private final EmptyState empty =
            new EmptyState("bell", getTranslation("alerts.norules"), getTranslation("alerts.norules.text"));

    RuleList(
            AlertWords words,
            boolean mayChange,
            Consumer<AlertRule> edit,
            Consumer<AlertRule> turn,
            Consumer<AlertRule> delete) {
        this.mayChange = mayChange;
        this.edit = edit;
        this.turn = turn;
        this.delete = delete;
        this.table = new DataTable<>(
                getTranslation("alerts.rules"),
                AlertRule::id,
                List.of(
                        new Column<>(getTranslation("alerts.column.rule"), "", it -> Pieces.text(it.name(), "strong")),
                        new Column<>(
                                getTranslation("alerts.column.when"),
                                "",
                                it -> Pieces.text(words.rule(it, this::getTranslation))),
                        new Column<>(
                                getTranslation("alerts.column.told"), "hide-s", it -> Pieces.text(told(it), "meta")),
                        new Column<>(getTranslation("alerts.column.state"), "", this::badge),
                        new Column<>("", "r", this::actions)));
        table.addClassName("card");
        add(table, empty);
    }

    void show(List<AlertRule> rules) {
        table.show(rules);
        table.setVisible(!rules.isEmpty());
        empty.setVisible(rules.isEmpty());
    }

    private String told(AlertRule rule) {
        String named =
                Stream.of(rule.email(), rule.chat()).filter(it -> !it.isEmpty()).collect(Collectors.joining(", "));
        return named.isEmpty() ? getTranslation("alerts.told.none") : named;
    }

    private Component badge(AlertRule rule) {
        return rule.on()
                ? new Badge(State.RUNNING, getTranslation("alerts.on"))
                : Badge.off("pause", getTranslation("alerts.off"));
    }

    private Component actions(AlertRule rule) {
        if (!mayChange) {
            return new Span();
        }
        Div actions = new Div(
                Pieces.button(
                        getTranslation(rule.on() ? "alerts.turn.off" : "alerts.turn.on"),
                        "",
                        () -> turn.accept(rule.turned(!rule.on())),
                        "sm"),
                Pieces.button(getTranslation("alerts.change"), "", () -> edit.accept(rule), "sm"),
                Pieces.button(getTranslation("alerts.delete"), "", () -> delete.accept(rule), "sm", "risk"));
        actions.addClassNames("row", "table-actions");
        return actions;
    }
}
