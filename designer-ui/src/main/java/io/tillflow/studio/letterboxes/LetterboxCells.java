package io.tillflow.studio.letterboxes;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.tillflow.studio.instances.Pieces;
import io.tillflow.studio.kit.Badge;
import io.tillflow.studio.kit.State;
import io.tillflow.studio.letterboxes.Letterbox.Letter;

/** Letterboxes in words, for list and page alike. */
final class LetterboxCells {
    private LetterboxCells() {}

    static Badge state(Component page, Letterbox it) {
        if (it.paused()) {
            return new Badge(State.CANCELLED, page.getTranslation("letterboxes.state.paused"));
        }
        if (it.trouble() != null) {
            return new Badge(State.INCIDENT, page.getTranslation("letterboxes.state.trouble"));
        }
        return it.begun()
                ? new Badge(State.RUNNING, page.getTranslation("letterboxes.state.on"))
                : new Badge(State.WAITING, page.getTranslation("letterboxes.state.first"));
    }

    static Component stateAndTrouble(Component page, Letterbox it) {
        Div cell = new Div(state(page, it));
        cell.addClassName("state-cell");
        if (it.trouble() != null) {
            cell.add(Pieces.block(it.trouble(), "meta"));
        } else if (it.lookedAt() != null) {
            Div line = new Div(new Span(page.getTranslation("letterboxes.looked") + " "), Pieces.ago(it.lookedAt()));
            line.addClassName("meta");
            cell.add(line);
        }
        return cell;
    }

    static Component begins(Component page, Letterbox it) {
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

    static Component latest(Component page, Letterbox it) {
        Letterbox.Latest latest = it.latest();
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

    static Badge outcome(Component page, Letter it) {
        State state = switch (it.outcome()) {
            case "TOLD", "SUPPORT" -> State.COMPLETED;
            case "BROKEN" -> State.INCIDENT;
            default -> State.CANCELLED;
        };
        return new Badge(state, page.getTranslation("letterboxes.outcome." + it.outcome()));
    }
}
