package io.tillflow.studio.automations;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.tillflow.studio.automations.Automation.WouldHave;
import io.tillflow.studio.instances.Pieces;
import io.tillflow.studio.kit.SimpleTable;
import java.util.Map;
import java.util.stream.Collectors;

/** What dry runs would have done, newest first. */
class WouldHaveCard extends Div {
    static final int SHOWN = 50;

    WouldHaveCard(AutomationsDesk.WouldHavePage page) {
        addClassName("card");
        add(AutomationView.head(getTranslation("automations.would")));
        if (page.items().isEmpty()) {
            add(Pieces.block(getTranslation("automations.would.empty"), "meta", "card-text"));
            return;
        }
        SimpleTable table = new SimpleTable(
                getTranslation("automations.would.when"),
                getTranslation("automations.would.what"),
                getTranslation("automations.would.with"),
                getTranslation("automations.would.instance"));
        table.removeClassName("card");
        page.items().forEach(it -> table.row(Pieces.ago(it.at()), what(it), with(it), instance(it)));
        add(table);
        if (page.next() != null) {
            add(Pieces.block(getTranslation("automations.would.more", SHOWN), "meta", "card-text"));
        }
    }

    private static Div what(WouldHave it) {
        return new Div(new Span(it.action()), Pieces.block(it.elementId(), "mono", "dim"));
    }

    /** Keys repeat what the rest says. */
    private static Span with(WouldHave it) {
        String text = it.inputs().entrySet().stream()
                .filter(input -> input.getValue() != null && !input.getKey().equals("effectKey"))
                .sorted(Map.Entry.comparingByKey())
                .map(input -> input.getKey() + ": " + input.getValue())
                .collect(Collectors.joining(" · "));
        return Pieces.text(text, "meta", "would-with");
    }

    private static com.vaadin.flow.component.Component instance(WouldHave it) {
        return Pieces.instanceLink(it.processInstanceKey(), String.valueOf(it.processInstanceKey()));
    }
}
