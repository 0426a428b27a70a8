package io.tillflow.rules;

import io.tillflow.rules.Decided.MatchedRule;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.dmn.Audit.AuditLogEntry;
import org.camunda.dmn.Audit.DecisionTableEvaluationResult;
import org.camunda.dmn.Audit.EvaluatedOutput;
import org.camunda.dmn.Audit.EvaluatedRule;
import org.camunda.dmn.DmnEngine.EvalResult;
import org.camunda.feel.syntaxtree.Val;
import org.camunda.feel.syntaxtree.ValBoolean;
import org.camunda.feel.syntaxtree.ValContext;
import org.camunda.feel.syntaxtree.ValList;
import org.camunda.feel.syntaxtree.ValNull$;
import org.camunda.feel.syntaxtree.ValNumber;
import org.camunda.feel.syntaxtree.ValString;
import org.jspecify.annotations.Nullable;
import scala.jdk.javaapi.CollectionConverters;

/** The engine's Scala values as plain Java ones. */
final class FeelValues {
    private FeelValues() {}

    static Decided decided(String decisionId, EvalResult result) {
        List<MatchedRule> matched = new ArrayList<>();
        Set<String> hit = new HashSet<>();
        Object output = null;
        for (AuditLogEntry entry : CollectionConverters.asJava(result.auditLog().entries())) {
            boolean asked = entry.id().equals(decisionId);
            if (asked) {
                output = plain(entry.result().result());
            }
            if (entry.result() instanceof DecisionTableEvaluationResult table) {
                List<MatchedRule> rules = CollectionConverters.asJava(table.matchedRules()).stream()
                        .map(FeelValues::matched)
                        .toList();
                rules.forEach(rule -> hit.add(rule.id()));
                matched.addAll(asked ? rules : List.of());
            }
        }
        return new Decided(decisionId, output, matched, hit);
    }

    private static MatchedRule matched(EvaluatedRule rule) {
        Map<String, @Nullable Object> outputs = new LinkedHashMap<>();
        for (EvaluatedOutput output : CollectionConverters.asJava(rule.outputs())) {
            outputs.put(output.output().name(), plain(output.value()));
        }
        return new MatchedRule(rule.rule().id(), outputs);
    }

    /** Texts, numbers (BigDecimal), truth values, lists, maps and null; all else as FEEL writes it. */
    static @Nullable Object plain(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case ValNull$ nothing -> null;
            case ValString text -> text.value();
            case ValNumber number -> number.value().bigDecimal();
            case ValBoolean truth -> truth.value();
            case ValList list ->
                CollectionConverters.asJava(list.itemsAsSeq()).stream()
                        .map(FeelValues::plain)
                        .toList();
            case ValContext context -> map(context);
            case Val other -> other.toString();
            default -> value;
        };
    }

    private static Map<String, @Nullable Object> map(ValContext context) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        CollectionConverters.asJava(context.context().variableProvider().getVariables())
                .forEach((name, value) -> map.put(name, plain(value)));
        return map;
    }
}
