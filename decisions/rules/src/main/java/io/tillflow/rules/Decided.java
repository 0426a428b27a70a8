package io.tillflow.rules;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a decision came to and why.
 *
 * @param output a map of the table's outputs, a single value, a list, or null when no rule matched
 * @param matchedRules in the table's order
 */
public record Decided(String decisionId, @Nullable Object output, List<MatchedRule> matchedRules) {
    public Decided {
        matchedRules = List.copyOf(matchedRules);
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
