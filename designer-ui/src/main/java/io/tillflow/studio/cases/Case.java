package io.tillflow.studio.cases;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One case: with these facts, that rule and that answer.
 *
 * @param decision the decision's id; empty for the file's own
 * @param rules ids of the rules that must match, none for a gap; null when any may
 * @param output what must be answered, of several answers those that matter; null when it does not matter
 */
public record Case(
        String name,
        String decision,
        JsonNode facts,
        @Nullable List<String> rules,
        @Nullable JsonNode output) {

    public Case {
        rules = rules == null ? null : List.copyOf(rules);
    }

    /** The same that expects this. */
    Case expecting(List<String> rulesNow, JsonNode outputNow) {
        return new Case(name, decision, facts, rulesNow, outputNow);
    }

    /** The same under another name of its decision. */
    Case of(String decisionId) {
        return new Case(name, decisionId, facts, rules, output);
    }
}
