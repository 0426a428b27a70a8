package io.tillflow.studio.webhooks;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.tillflow.studio.instances.Pieces;
import io.tillflow.studio.kit.Badge;
import io.tillflow.studio.kit.State;
import io.tillflow.studio.webhooks.Webhook.Delivery;

/** Webhooks in words, for list and page alike. */
final class WebhookCells {
    private WebhookCells() {}

    static Component begins(Component page, Webhook it) {
        Div cell = new Div(Pieces.text(it.message(), "mono"));
        if (it.begins().isEmpty()) {
            cell.add(Pieces.block(page.getTranslation("schedules.begins.none"), "meta", "down"));
        } else {
            Div line = new Div();
            line.addClassName("meta");
            it.begins().forEach(process -> line.add(new Anchor("automations/" + process, process), new Span(" ")));
            cell.add(line);
        }
        return cell;
    }

    static Component signing(Component page, Webhook it) {
        return new Div(
                new Span(page.getTranslation("webhooks.signing." + it.signing())),
                Pieces.block(it.header(), "mono", "dim"));
    }

    static Component latest(Component page, Webhook it) {
        Webhook.Latest latest = it.latest();
        if (latest == null) {
            return Pieces.text(page.getTranslation("automations.never"), "dim");
        }
        Component outcome = latest.processInstanceKey() == null
                ? Pieces.text(page.getTranslation("schedules.event." + latest.state()), "meta")
                : Pieces.instanceLink(
                        latest.processInstanceKey(),
                        page.getTranslation("schedules.instance", "" + latest.processInstanceKey()));
        return new Div(new Div(Pieces.ago(latest.receivedAt())), outcome);
    }

    static Badge outcome(Component page, Delivery it) {
        State state = switch (it.outcome()) {
            case "ACCEPTED" -> State.COMPLETED;
            case "REPEATED" -> State.CANCELLED;
            default -> State.INCIDENT;
        };
        return new Badge(state, page.getTranslation("webhooks.outcome." + it.outcome()));
    }
}
