package io.tillflow.studio.play;

import io.tillflow.rules.Decided;
import io.tillflow.rules.DecisionFailed;
import io.tillflow.rules.Decisions;
import io.tillflow.studio.lint.ModelFile;
import io.tillflow.studio.markup.Markup;
import io.tillflow.studio.markup.Node;
import io.tillflow.studio.markup.Node.Element;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The cases of a decision table: facts, and the rule and output that must come of them. */
record Cases(String decisionId, List<JsonNode> cases) {
    private static final JsonMapper JSON = new JsonMapper();

    static Cases read(String decisionId, String text) {
        return new Cases(decisionId, JSON.readValue(text, new TypeReference<List<JsonNode>>() {}));
    }

    /** What is not as it should be, by the case's name, with the rules that were hit. */
    record Outcome(List<TestReport.Failure> failed, Set<String> hit) {}

    Outcome run(ModelFile table) {
        Decisions decisions = Decisions.of(table.name(), table.content());
        List<TestReport.Failure> failed = new ArrayList<>();
        Set<String> hit = new HashSet<>();
        for (JsonNode it : cases) {
            String problem = problem(decisions, it, hit);
            if (!problem.isEmpty()) {
                failed.add(new TestReport.Failure(decisionId, it.path("case").asString(""), problem));
            }
        }
        return new Outcome(failed, hit);
    }

    private String problem(Decisions decisions, JsonNode it, Set<String> hit) {
        try {
            Decided decided = decisions.evaluate(
                    decisionId,
                    JSON.convertValue(it.path("facts"), new TypeReference<Map<String, @Nullable Object>>() {}));
            List<String> rules =
                    decided.matchedRules().stream().map(Decided.MatchedRule::id).toList();
            hit.addAll(rules);
            if (it.has("rule") && !rules.equals(List.of(it.path("rule").asString("")))) {
                return "expected the rule " + it.path("rule").asString("") + ", but " + rules + " matched";
            }
            JsonNode output = JSON.valueToTree(decided.output());
            return it.has("output") && !sameValue(it.path("output"), output)
                    ? "expected " + it.path("output") + ", but got " + output
                    : "";
        } catch (DecisionFailed | IllegalArgumentException failed) {
            return "it failed: " + failed.getMessage();
        }
    }

    private static boolean sameValue(JsonNode a, JsonNode b) {
        if (a.isNumber() && b.isNumber()) {
            return a.decimalValue().compareTo(b.decimalValue()) == 0;
        }
        if (a.isObject() && b.isObject()) {
            return a.size() == b.size()
                    && a.properties().stream().allMatch(entry -> sameValue(entry.getValue(), b.path(entry.getKey())));
        }
        return a.equals(b);
    }

    static Set<String> rules(ModelFile table) {
        Set<String> ids = new HashSet<>();
        Markup.parse(table.text())
                .root()
                .all()
                .filter(it -> it.local().equals("rule"))
                .forEach(it -> ids.add(it.id()));
        return ids;
    }

    /** The table with each rule left out, and with each bound of a cell one off. */
    static List<Mutant> mutants(ModelFile table) {
        List<Mutant> mutants = new ArrayList<>();
        List<Element> all = Markup.parse(table.text()).root().all().toList();
        for (int i = 0; i < all.size(); i++) {
            int index = i;
            Element element = all.get(i);
            if (element.local().equals("rule")) {
                Markup copy = Markup.parse(table.text());
                copy.root()
                        .all()
                        .toList()
                        .forEach(parent -> parent.children()
                                .removeIf(child ->
                                        child instanceof Element it && it.id().equals(element.id())));
                mutants.add(new Mutant("removed rule", element.id(), "gone", copy.write()));
            } else if (element.local().equals("inputEntry")) {
                String text = element.first("text").map(Element::text).orElse("");
                Bounds.changed("conditionExpression", text).forEach(changed -> {
                    Markup copy = Markup.parse(table.text());
                    Element cell =
                            copy.root().all().toList().get(index).first("text").orElseThrow();
                    cell.children().clear();
                    cell.children().add(new Node.Text(changed));
                    mutants.add(new Mutant("changed bound", element.id(), text + " becomes " + changed, copy.write()));
                });
            }
        }
        return mutants;
    }
}
