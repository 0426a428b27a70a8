package io.tillflow.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillflow.rules.Decided.MatchedRule;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ShippedDecisionsTest {
    private static final Decisions DECISIONS = Decisions.shipped();

    static Set<String> decisions() {
        return DECISIONS.ids();
    }

    @Test
    void fileNamesAreDecisionIds() {
        assertThat(decisions())
                .containsExactlyInAnyOrder(
                        "order-timing",
                        "order-risk",
                        "carrier-choice",
                        "return-policy",
                        "dispute-policy",
                        "support-urgency",
                        "support-topic",
                        "support-triage",
                        "cart-reminder",
                        "model-gate",
                        "reorder-policy",
                        "price-guardrails",
                        "markdown-policy");
    }

    @ParameterizedTest
    @MethodSource("decisions")
    void everyCaseHitsItsRule(String decisionId) {
        for (Case known : Case.of(decisionId)) {
            Decided decided = DECISIONS.evaluate(decisionId, known.facts());
            assertThat(decided.matchedRules().stream().map(MatchedRule::id))
                    .as("%s: %s", decisionId, known.name())
                    .containsExactly(known.rule());
            assertThat(numbersAsDecimals(decided.output()))
                    .as("%s: %s", decisionId, known.name())
                    .isEqualTo(numbersAsDecimals(known.output()));
        }
    }

    @ParameterizedTest
    @MethodSource("decisions")
    void everyRuleHasACase(String decisionId) {
        Set<String> cases = Case.of(decisionId).stream().map(Case::rule).collect(Collectors.toSet());
        assertThat(cases).isEqualTo(DecisionTable.read(decisionId).ruleIds());
    }

    /** All values of all cases, combined freely: exactly one rule fits each, so there is neither gap nor overlap. */
    @ParameterizedTest
    @MethodSource("decisions")
    void exactlyOneRuleFitsEveryCombination(String decisionId) {
        for (Map<String, Object> facts : combinations(decisionId)) {
            assertThat(DECISIONS
                            .evaluate(decisionId, Map.of(subject(decisionId), facts))
                            .matchedRules())
                    .as("%s of %s", decisionId, facts)
                    .hasSize(1);
        }
    }

    private static List<Map<String, Object>> combinations(String decisionId) {
        Map<String, Set<Object>> values = new LinkedHashMap<>();
        for (Case known : Case.of(decisionId)) {
            facts(known)
                    .forEach((fact, value) -> values.computeIfAbsent(String.valueOf(fact), f -> new LinkedHashSet<>())
                            .add(value));
        }
        List<Map<String, Object>> combinations = List.of(Map.of());
        for (Map.Entry<String, Set<Object>> fact : values.entrySet()) {
            List<Map<String, Object>> longer = new ArrayList<>();
            for (Map<String, Object> shorter : combinations) {
                fact.getValue().forEach(value -> longer.add(with(shorter, fact.getKey(), value)));
            }
            combinations = longer;
        }
        return combinations;
    }

    /** What a table looks at: an order, a return. */
    private static String subject(String decisionId) {
        return Case.of(decisionId).getFirst().facts().keySet().iterator().next();
    }

    private static Map<?, ?> facts(Case known) {
        return known.facts().values().iterator().next() instanceof Map<?, ?> facts ? facts : Map.of();
    }

    /** A value may be null: what nobody knows. */
    private static Map<String, Object> with(Map<String, Object> facts, String fact, Object value) {
        Map<String, Object> longer = new LinkedHashMap<>(facts);
        longer.put(fact, value);
        return longer;
    }

    private static Map<String, Object> numbersAsDecimals(@Nullable Object output) {
        Map<String, Object> comparable = new LinkedHashMap<>();
        if (output instanceof Map<?, ?> outputs) {
            outputs.forEach((name, value) -> comparable.put(
                    String.valueOf(name), value instanceof Number ? new BigDecimal(value.toString()) : value));
        }
        return comparable;
    }
}
