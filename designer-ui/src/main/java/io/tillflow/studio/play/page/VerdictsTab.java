package io.tillflow.studio.play.page;

import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import io.tillflow.engine.model.DecisionTable;
import io.tillflow.studio.instances.Json;
import io.tillflow.studio.instances.Pieces;
import io.tillflow.studio.instances.RuleTable;
import io.tillflow.studio.instances.Section;
import io.tillflow.studio.lint.ModelFile;
import io.tillflow.studio.play.PlaySession;
import io.tillflow.studio.play.Scene;
import io.tillflow.studio.play.Verdict;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** The decisions that were made, the newest first: with what, by which rule, to which result. */
final class VerdictsTab extends Div {

    VerdictsTab() {
        addClassName("tab");
        empty();
    }

    void empty() {
        removeAll();
        add(new Section("", Pieces.text(getTranslation("play.decisions.none"), "meta")));
    }

    void show(Scene scene, PlaySession play) {
        if (scene.decisions().isEmpty()) {
            empty();
            return;
        }
        removeAll();
        scene.decisions()
                .reversed()
                .forEach(it -> add(section(it, play.subject().files())));
    }

    private Section section(Verdict verdict, List<ModelFile> files) {
        Section section = new Section(verdict.name().isEmpty() ? verdict.decisionId() : verdict.name());
        if (!verdict.failure().isEmpty()) {
            section.add(Pieces.block(verdict.failure(), "incident", "st"));
        }
        for (JsonNode evaluated : verdict.evaluated()) {
            DescriptionList inputs = Section.facts();
            for (JsonNode input : evaluated.path("evaluatedInputs")) {
                JsonNode value = input.path("inputValue");
                Section.fact(
                        inputs,
                        input.path("inputName").asString(""),
                        Pieces.text(value.isString() ? value.asString("") : value.toString(), "mono"));
            }
            section.add(inputs);
            table(files, evaluated.path("decisionId").asString(""))
                    .ifPresent(table -> section.add(new RuleTable(table, evaluated.path("matchedRules"))));
        }
        DescriptionList result = Section.facts();
        Section.fact(
                result, getTranslation("play.decision.result"), Pieces.text(Json.pretty(verdict.output()), "mono"));
        section.add(result);
        return section;
    }

    private static Optional<DecisionTable> table(List<ModelFile> files, String decisionId) {
        return files.stream()
                .filter(it -> it.kind() == ModelFile.Kind.DMN)
                .map(it -> DecisionTable.find(it.text(), decisionId))
                .flatMap(Optional::stream)
                .findFirst();
    }
}
