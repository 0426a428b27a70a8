package io.tillflow.studio.webhooks;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Pre;
import io.tillflow.studio.instances.DataTable;
import io.tillflow.studio.instances.DataTable.Column;
import io.tillflow.studio.instances.Pieces;
import io.tillflow.studio.webhooks.Webhook.Delivery;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The last calls of a webhook with their payload, newest first. */
class CallsCard extends Div {
    private final DataTable<Delivery> table;
    private final Div empty;
    private String lastPayload = "{\"id\": \"evt-1\"}";

    CallsCard() {
        addClassName("card");
        table = new DataTable<>(
                getTranslation("webhooks.calls"),
                Delivery::seq,
                List.of(
                        column("came", it -> Pieces.ago(it.at())),
                        column("outcome", this::outcome),
                        column("payload", this::payload)));
        table.addClassName("automations");
        empty = Pieces.block(getTranslation("webhooks.calls.empty"), "meta", "card-text");
        add(
                new Header(
                        new H2(getTranslation("webhooks.calls")),
                        Pieces.text(getTranslation("webhooks.calls.kept"), "meta", "hide-s")),
                empty,
                table);
        show(List.of());
    }

    void show(List<Delivery> calls) {
        table.show(calls);
        table.setVisible(!calls.isEmpty());
        empty.setVisible(calls.isEmpty());
        calls.stream().filter(Delivery::taken).findFirst().ifPresent(it -> lastPayload = it.payload());
    }

    String lastPayload() {
        return lastPayload;
    }

    private Column<Delivery> column(String key, Function<Delivery, Component> cell) {
        return new Column<>(getTranslation("webhooks.call." + key), "", cell);
    }

    private Component outcome(Delivery it) {
        Div cell = new Div(WebhookCells.outcome(this, it));
        if (it.byHand()) {
            cell.add(Pieces.text(getTranslation("webhooks.call.byhand"), "meta", "decided"));
        }
        cell.add(Pieces.block(it.explanation(), "meta"));
        cell.addClassName("state-cell");
        return cell;
    }

    private Component payload(Delivery it) {
        String headers = new TreeMap<>(it.headers())
                .entrySet().stream()
                        .map(header -> header.getKey() + ": " + header.getValue())
                        .collect(Collectors.joining("\n"));
        Pre text = new Pre(headers.isEmpty() ? it.payload() : headers + "\n\n" + it.payload());
        text.addClassNames("mono", "payload");
        String summary =
                it.payload().length() <= 60 ? it.payload() : it.payload().substring(0, 60) + "…";
        NativeDetails details = new NativeDetails(summary.isBlank() ? getTranslation("webhooks.call.none") : summary);
        details.setContent(text);
        return details;
    }
}
