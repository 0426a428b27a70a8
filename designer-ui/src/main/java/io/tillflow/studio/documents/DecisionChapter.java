package io.tillflow.studio.documents;

import io.tillflow.studio.lint.ModelFile;
import io.tillflow.studio.markup.Markup;
import io.tillflow.studio.markup.Node.Element;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Every decision of a file: its table row by row, or its expression. */
final class DecisionChapter {
    private final Html html;

    DecisionChapter(Html html) {
        this.html = html;
    }

    void write(ModelFile file) {
        Markup.parse(file.text()).root().elements("decision").forEach(this::decision);
    }

    private void decision(Element decision) {
        String name = decision.attribute("name").isBlank() ? decision.id() : decision.attribute("name");
        html.element("h2", "id=\"" + Html.escaped(decision.id()) + "\"", "Decision: " + name);
        html.element("p", "class=\"meta\"", decision.id());
        html.paragraphs(first(decision, "description"));
        decision.first("decisionTable").ifPresent(this::table);
        decision.first("literalExpression").ifPresent(it -> html.element("p", first(it, "text")));
    }

    private void table(Element table) {
        String policy = table.attribute("hitPolicy").isEmpty() ? "UNIQUE" : table.attribute("hitPolicy");
        html.element("p", "class=\"meta\"", ("Hit policy " + policy + " " + table.attribute("aggregation")).strip());
        List<String> heads = new ArrayList<>();
        table.elements("input").forEach(it -> heads.add(input(it)));
        table.elements("output").forEach(it -> heads.add(label(it, it.attribute("name"))));
        heads.add("Note");
        List<List<String>> rows = table.elements("rule").map(this::row).toList();
        html.table(heads, rows);
    }

    private static String input(Element input) {
        String expression =
                input.first("inputExpression").map(it -> first(it, "text")).orElse("");
        return label(input, expression);
    }

    private static String label(Element clause, String technical) {
        String label = clause.attribute("label");
        return label.isBlank() || label.equals(technical) ? technical : label + " (" + technical + ")";
    }

    private List<String> row(Element rule) {
        return Stream.concat(
                        Stream.concat(rule.elements("inputEntry"), rule.elements("outputEntry"))
                                .map(it -> first(it, "text"))
                                .map(it -> it.isBlank() ? "-" : it),
                        Stream.of(first(rule, "description")))
                .toList();
    }

    private static String first(Element element, String local) {
        return element.first(local).map(Element::text).orElse("").strip();
    }
}
