package io.tillflow.studio.cases;

import java.util.List;

/**
 * A decision as its cases see it: what it must be told, what it answers, and its rules.
 *
 * @param single whether one rule gives the answer; otherwise the answer is a list, or what the list adds up to
 * @param facts its own inputs, then those of the decisions that it asks
 */
public record DecisionSheet(
        String decisionId, String name, boolean single, List<Fact> facts, List<Answer> answers, List<Rule> rules) {

    public DecisionSheet {
        facts = List.copyOf(facts);
        answers = List.copyOf(answers);
        rules = List.copyOf(rules);
    }

    /**
     * Something that it must be told.
     *
     * @param path as {@code order.total}
     * @param type as the file says it; empty when it does not
     */
    public record Fact(String path, String label, String type) {}

    /**
     * Something that it answers.
     *
     * @param name empty for the whole answer
     */
    public record Answer(String name, String label, String type) {}

    /**
     * A row of the table.
     *
     * @param number as the table shows it, from 1
     */
    public record Rule(String id, int number, String note) {}

    /** A rule's number; 0 when the table has no such rule. */
    int number(String ruleId) {
        return rules.stream()
                .filter(it -> it.id().equals(ruleId))
                .mapToInt(Rule::number)
                .findFirst()
                .orElse(0);
    }
}
