package io.tillflow.rules;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Looks for facts that no rule of a table fits, or that two fit although only one may. It asks the engine itself about every
 * combination of the values next to each bound and of each value named in a cell, and one that is named nowhere.
 */
public final class TableCheck {
    private static final int MOST_COMBINATIONS = 50_000;

    private TableCheck() {}

    /** What is wrong with some facts. */
    public enum Kind {
        GAP,
        OVERLAP,
        /** The table is too large, or asks for an expression that facts cannot be made up for. */
        NOT_CHECKED
    }

    /**
     * Something an analyst should see.
     *
     * @param facts for which it happens
     * @param detail the rules that overlap, or why it was not checked
     */
    public record Finding(String decisionId, Kind kind, Map<String, Object> facts, String detail) {}

    /** Of every decision table in a DMN file; one finding a kind and first differing facts, at most so many of each table. */
    public static List<Finding> of(String name, byte[] dmn, int most) {
        Decisions decisions = Decisions.of(name, dmn);
        List<Finding> findings = new ArrayList<>();
        for (TableShape table : TableShape.read(name, dmn)) {
            List<Finding> own = check(decisions, table);
            findings.addAll(own.subList(0, Math.min(most, own.size())));
        }
        return findings;
    }

    private static List<Finding> check(Decisions decisions, TableShape table) {
        if (table.combinations() > MOST_COMBINATIONS) {
            return List.of(
                    notChecked(table, table.combinations() + " combinations are more than " + MOST_COMBINATIONS));
        }
        for (TableShape.Input input : table.inputs()) {
            if (input.fact().isEmpty()) {
                return List.of(notChecked(table, "the input " + input.expression() + " is not the name of a fact"));
            }
        }
        List<Finding> findings = new ArrayList<>();
        for (int combination = 0; combination < table.combinations(); combination++) {
            Finding finding = ask(decisions, table, table.facts(combination));
            if (finding != null) {
                findings.add(finding);
            }
        }
        return findings;
    }

    private static Finding notChecked(TableShape table, String why) {
        return new Finding(table.decisionId(), Kind.NOT_CHECKED, Map.of(), why);
    }

    private static @Nullable Finding ask(Decisions decisions, TableShape table, Map<String, Object> facts) {
        try {
            Decided decided = decisions.evaluate(table.decisionId(), nested(facts));
            boolean mayOverlap = !table.unique();
            if (decided.isGap()) {
                return new Finding(table.decisionId(), Kind.GAP, facts, "no rule fits");
            }
            return mayOverlap || decided.matchedRules().size() == 1
                    ? null
                    : new Finding(
                            table.decisionId(),
                            Kind.OVERLAP,
                            facts,
                            decided.matchedRules().stream()
                                    .map(Decided.MatchedRule::id)
                                    .toList()
                                    .toString());
        } catch (DecisionFailed overlap) {
            return new Finding(table.decisionId(), Kind.OVERLAP, facts, String.valueOf(overlap.getMessage()));
        }
    }

    /** {@code order.total} becomes a total within an order. */
    public static Map<String, Object> nested(Map<String, Object> facts) {
        Map<String, Object> whole = new LinkedHashMap<>();
        facts.forEach((path, value) -> put(whole, path.split("\\."), value));
        return whole;
    }

    private static void put(Map<String, Object> whole, String[] path, Object value) {
        Map<String, Object> at = whole;
        for (int i = 0; i < path.length - 1; i++) {
            @SuppressWarnings("unchecked") // only this method puts maps here
            Map<String, Object> inner =
                    (Map<String, Object>) at.computeIfAbsent(path[i], name -> new LinkedHashMap<String, Object>());
            at = inner;
        }
        at.put(path[path.length - 1], value);
    }
}
