package io.tillflow.connectors.http;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.camunda.feel.api.EvaluationResult;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;
import org.camunda.feel.impl.JavaValueMapper;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Makes variables of an answer with an analyst's FEEL expression. */
final class Mapping {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int LARGEST = 100_000;

    private final FeelEngineApi feel = new FeelEngineBuilder(
                    FeelEngineBuilder.apply$default$1(),
                    FeelEngineBuilder.apply$default$2(),
                    FeelEngineBuilder.apply$default$3(),
                    FeelEngineBuilder.apply$default$4(),
                    FeelEngineBuilder.apply$default$5())
            .withCustomValueMapper(new JavaValueMapper())
            .build();

    /**
     * Evaluates with {@code response} in scope: its {@code status}, {@code headers} and {@code body}.
     *
     * @param expression a FEEL context, with or without a leading "="
     */
    Map<String, @Nullable Object> variables(String expression, Map<String, @Nullable Object> response) {
        String text = expression.strip();
        EvaluationResult result = feel.evaluateExpression(
                text.startsWith("=") ? text.substring(1) : text, new HashMap<>(Map.of("response", response)));
        if (result.isFailure()) {
            throw new IllegalStateException("expected the result expression '" + text + "' to fit the answer, but: "
                    + result.failure().message());
        }
        if (!(result.result() instanceof Map<?, ?> context)) {
            throw new IllegalStateException(
                    "expected the result expression to make a context like {rate: response.body.rate}, but '" + text
                            + "' makes something else");
        }
        Map<String, @Nullable Object> variables = new LinkedHashMap<>();
        context.forEach((name, value) -> variables.put(String.valueOf(name), value));
        int size = JSON.writeValueAsString(variables).length();
        if (size > LARGEST) {
            throw new IllegalStateException("expected the result to have at most " + LARGEST
                    + " characters, but it has " + size + ": keep only what the process needs");
        }
        return variables;
    }
}
