package io.tillflow.studio.automations;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.tillflow.studio.automations.Automation.Event;
import io.tillflow.studio.automations.Automation.Trigger;
import io.tillflow.studio.connectors.Away;
import io.tillflow.studio.connectors.Refused;
import io.tillflow.studio.instances.Pieces;
import io.tillflow.studio.kit.SimpleTable;
import java.util.List;
import java.util.stream.Stream;

/** Events that wait since the automation is paused, and those that came while it was off. */
class AsideCard extends Div {
    private static final int SHOWN = 20;

    private final transient AutomationsDesk desk;

    AsideCard(AutomationsDesk desk, Automation it, boolean analyst, Runnable publish) {
        this.desk = desk;
        addClassName("aside-events");
        if (it.waiting() == 0 && it.unwanted() == 0) {
            return;
        }
        Div card = new Div(AutomationView.head(
                getTranslation("automations.aside"),
                Pieces.text(getTranslation("automations.aside.figures", it.waiting(), it.unwanted()), "meta")));
        card.addClassName("card");
        try {
            card.add(table(it));
        } catch (Away | Refused away) {
            card.add(Pieces.block(getTranslation("automations.away"), "meta"));
        }
        if (analyst && it.unwanted() > 0) {
            Div foot =
                    new Div(Pieces.button(getTranslation("automations.publish", it.unwanted()), "redo", publish, "sm"));
            foot.addClassName("card-foot");
            card.add(foot);
        }
        add(card);
    }

    private SimpleTable table(Automation it) {
        SimpleTable table = new SimpleTable(
                getTranslation("automations.event.received"),
                getTranslation("automations.event.type"),
                getTranslation("automations.event.subject"),
                getTranslation("automations.event.state"));
        table.removeClassName("card");
        Stream.of("HELD", "UNWANTED")
                .flatMap(state -> it.triggers().stream().flatMap(trigger -> events(trigger, state)))
                .limit(SHOWN)
                .forEach(event -> table.row(
                        Pieces.ago(event.receivedAt()),
                        Pieces.text(event.type(), "mono"),
                        Pieces.text(event.subject(), "mono", "dim"),
                        new Span(getTranslation("automations.event." + event.state()))));
        return table;
    }

    private Stream<Event> events(Trigger trigger, String state) {
        List<Event> events = desk.aside(trigger.message(), state, SHOWN);
        return events.stream();
    }
}
