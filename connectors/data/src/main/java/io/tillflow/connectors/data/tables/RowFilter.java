package io.tillflow.connectors.data.tables;

import java.util.HashMap;
import java.util.Map;
import org.camunda.feel.api.EvaluationResult;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;
import org.camunda.feel.api.ParseResult;
import org.camunda.feel.impl.JavaValueMapper;
import org.camunda.feel.syntaxtree.ParsedExpression;
import org.jspecify.annotations.Nullable;

/** Lets rows through for which an analyst's FEEL expression is true; the columns are its variables, the whole is {@code row}. */
final class RowFilter {
    private static final FeelEngineApi FEEL = new FeelEngineBuilder(
                    FeelEngineBuilder.apply$default$1(),
                    FeelEngineBuilder.apply$default$2(),
                    FeelEngineBuilder.apply$default$3(),
                    FeelEngineBuilder.apply$default$4(),
                    FeelEngineBuilder.apply$default$5())
            .withCustomValueMapper(new JavaValueMapper())
            .build();

    private final String text;
    private final @Nullable ParsedExpression expression;

    RowFilter(String filter) {
        this.text = filter.strip();
        this.expression = text.isEmpty() ? null : parse(text);
    }

    private static ParsedExpression parse(String text) {
        ParseResult parsed = FEEL.parseExpression(text);
        if (parsed.isFailure()) {
            throw new IllegalArgumentException("expected the filter to be FEEL like total > 100, but '" + text
                    + "' is not: " + parsed.failure().message());
        }
        return parsed.parsedExpression();
    }

    boolean lets(Map<String, @Nullable Object> row) {
        if (expression == null) {
            return true;
        }
        Map<String, Object> scope = new HashMap<>(row);
        scope.put("row", row);
        EvaluationResult result = FEEL.evaluate(expression, scope);
        if (result.isFailure()) {
            throw new IllegalArgumentException("expected the filter '" + text + "' to fit the rows, but: "
                    + result.failure().message());
        }
        return Boolean.TRUE.equals(result.result());
    }
}
