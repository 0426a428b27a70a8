package io.tillflow.rules;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a decision came to and why.
 *
 * @param output a map of the table's outputs, a single value, a list, or null when no rule matched
 * @param matchedRules in the table's order
 * @param hit ids of the rules that matched in this decision and in those that it asks
 */
public record Decided(String decisionId, @Nullable Object output, List<MatchedRule> matchedRules, Set<String> hit) {
    public Decided {
        matchedRules = List.copyOf(matchedRules);
        hit = Set.copyOf(hit);
    }

    /** Whether no rule covers the facts. */
    public boolean isGap() {
        return matchedRules.isEmpty();
    }

    /** One output of several, or null. */
    public @Nullable Object output(String name) {
        return output instanceof Map<?, ?> outputs ? outputs.get(name) : null;
    }

    /**
     * A rule that matched.
     *
     * @param id its id in the DMN file
     */
    public record MatchedRule(String id, Map<String, @Nullable Object> outputs) {}
}
