package io.tillflow.studio.instances;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import io.tillflow.engine.model.DecisionTable;
import java.util.HashSet;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** A decision table with the rules that matched. */
public final class RuleTable extends Div {

    /**
     * Draws it.
     *
     * @param matched the matched rules as the engine records them
     */
    public RuleTable(DecisionTable table, JsonNode matched) {
        Set<String> hits = new HashSet<>();
        matched.forEach(rule -> hits.add(rule.path("ruleId").asString("")));
        NativeTable drawn = new NativeTable();
        drawn.getHead().add(heads(table));
        int number = 1;
        for (DecisionTable.Rule rule : table.rules()) {
            drawn.getBody().add(rule(rule, number++, hits.contains(rule.id())));
        }
        add(drawn);
        addClassName("dmn");
        getElement()
                .setAttribute("tabindex", "0")
                .setAttribute("role", "region")
                .setAttribute("aria-label", table.name());
    }

    private static NativeTableRow heads(DecisionTable table) {
        NativeTableRow heads = new NativeTableRow();
        NativeTableHeaderCell policy =
                new NativeTableHeaderCell(table.hitPolicy().substring(0, 1));
        policy.addClassName("n");
        policy.setTitle(table.hitPolicy());
        heads.add(policy);
        table.inputs().forEach(it -> heads.add(new NativeTableHeaderCell(it.label())));
        table.outputs().forEach(it -> {
            NativeTableHeaderCell out = new NativeTableHeaderCell(it.label());
            out.addClassName("out");
            heads.add(out);
        });
        return heads;
    }

    private NativeTableRow rule(DecisionTable.Rule rule, int number, boolean hit) {
        NativeTableRow row = new NativeTableRow();
        NativeTableCell index = new NativeTableCell(String.valueOf(number));
        index.addClassName("n");
        row.add(index);
        rule.inputs().forEach(it -> row.add(new NativeTableCell(it.isEmpty() ? "–" : it)));
        rule.outputs().forEach(it -> {
            NativeTableCell out = new NativeTableCell(it);
            out.addClassName("out");
            row.add(out);
        });
        if (hit) {
            row.addClassName("hit");
            row.setTitle(getTranslation("instances.decision.hit"));
        }
        return row;
    }
}
