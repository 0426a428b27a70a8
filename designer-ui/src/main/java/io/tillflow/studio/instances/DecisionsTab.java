package io.tillflow.studio.instances;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.tillflow.engine.history.Facts.Decision;
import io.tillflow.engine.model.DecisionTable;
import io.tillflow.studio.instances.Stories.Story;
import io.tillflow.studio.kit.Redraw;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** The decisions that were made: with what, by which rule, to which result. */
final class DecisionsTab extends Div {

    private final Stories stories;

    DecisionsTab(Stories stories) {
        this.stories = stories;
    }

    void show(Story story) {
        Redraw.in(
                this,
                story.facts().decisions().isEmpty()
                        ? List.of(new Section("", Pieces.text(getTranslation("instances.decisions.none"), "meta")))
                        : story.facts().decisions().reversed().stream()
                                .map(this::decision)
                                .toList());
    }

    Section decision(Decision decision) {
        String title = decision.name().isEmpty() ? decision.decisionId() : decision.name();
        Section section = new Section("");
        Div head = new Div(Pieces.text(title, "strong"), Pieces.text("v" + decision.version(), "dim", "grow"));
        Span when = new Span(Pieces.ago(decision.evaluatedAt()));
        when.addClassName("meta");
        head.add(when);
        head.addClassName("row");
        section.add(head);
        if (!decision.failure().isEmpty()) {
            Div failure = Pieces.block(decision.failure(), "err", "incident");
            section.add(failure);
        }
        for (JsonNode evaluated : decision.evaluated()) {
            section.add(evaluation(decision, evaluated));
        }
        DescriptionList result = Section.facts();
        Section.fact(
                result,
                getTranslation("instances.decision.result"),
                Pieces.text(Json.pretty(decision.output()), "mono"));
        section.add(result);
        return section;
    }

    private Component evaluation(Decision decision, JsonNode evaluated) {
        DescriptionList inputs = Section.facts();
        for (JsonNode input : evaluated.path("evaluatedInputs")) {
            Section.fact(
                    inputs, input.path("inputName").asString(""), Pieces.text(value(input.path("inputValue")), "mono"));
        }
        Div block = new Div(inputs);
        Optional<DecisionTable> table =
                stories.table(decision, evaluated.path("decisionId").asString(""));
        table.ifPresent(it -> block.add(new RuleTable(it, evaluated.path("matchedRules"))));
        return block;
    }

    /** The engine writes values as JSON text within JSON. */
    private static String value(JsonNode value) {
        return value.isString() ? value.asString("") : value.toString();
    }
}
