package io.tillflow.rules;

import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalAmount;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.feel.api.EvaluationResult;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;
import org.camunda.feel.api.ParseResult;
import org.camunda.feel.impl.JavaValueMapper;
import org.jspecify.annotations.Nullable;
import scala.jdk.javaapi.CollectionConverters;

/** Evaluates FEEL expressions in this JVM, with the version of the language that the broker has. */
public final class Feel {
    private static final Pattern PLACE = Pattern.compile(":(\\d+):(\\d+), found (.*)", Pattern.DOTALL);
    private static final FeelEngineApi ENGINE = new FeelEngineBuilder(
                    FeelEngineBuilder.apply$default$1(),
                    FeelEngineBuilder.apply$default$2(),
                    FeelEngineBuilder.apply$default$3(),
                    FeelEngineBuilder.apply$default$4(),
                    FeelEngineBuilder.apply$default$5())
            .withCustomValueMapper(new JavaValueMapper())
            .build();

    private Feel() {}

    /** What became of an expression. */
    public sealed interface Outcome {
        /**
         * It has a value.
         *
         * @param value texts, numbers, truth values, lists, maps and null; dates and durations as FEEL writes them
         * @param doubts what the language passed over with null, such as a variable that is not there
         */
        record Value(@Nullable Object value, List<String> doubts) implements Outcome {}

        /**
         * It cannot be read or evaluated.
         *
         * @param line from 1; 0 when the place is unknown
         * @param column from 1
         */
        record Broken(String message, int line, int column) implements Outcome {}
    }

    /** Evaluates an expression, with or without a leading "=", with the data in scope. */
    public static Outcome evaluate(String expression, Map<String, @Nullable Object> data) {
        String text = expression.startsWith("=") ? expression.substring(1) : expression;
        int shift = expression.length() - text.length();
        if (text.isBlank()) {
            return new Outcome.Broken("The expression is empty.", 1, 1);
        }
        ParseResult parsed = ENGINE.parseExpression(text);
        if (parsed.isFailure()) {
            return unreadable(parsed.failure().message(), shift);
        }
        EvaluationResult result = ENGINE.evaluate(parsed.parsedExpression(), new HashMap<>(data));
        if (result.isFailure()) {
            return new Outcome.Broken(result.failure().message(), 0, 0);
        }
        List<String> doubts = CollectionConverters.asJava(result.suppressedFailures()).stream()
                .map(it -> it.failureMessage())
                .distinct()
                .toList();
        return new Outcome.Value(plain(result.result()), doubts);
    }

    private static Outcome unreadable(String message, int shift) {
        Matcher place = PLACE.matcher(message);
        if (!place.find()) {
            return new Outcome.Broken(message, 1, 1);
        }
        int line = Integer.parseInt(place.group(1));
        int column = Integer.parseInt(place.group(2)) + (line == 1 ? shift : 0);
        String found = place.group(3).strip();
        return new Outcome.Broken(
                found.equals("\"\"") ? "It ends too early." : "It cannot go on with " + found + ".", line, column);
    }

    private static @Nullable Object plain(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Map<?, ?> map -> {
                Map<String, @Nullable Object> plain = new java.util.LinkedHashMap<>();
                map.forEach((name, entry) -> plain.put(String.valueOf(name), plain(entry)));
                yield plain;
            }
            case List<?> list -> {
                List<@Nullable Object> plain = new java.util.ArrayList<>();
                list.forEach(entry -> plain.add(plain(entry)));
                yield plain;
            }
            case TemporalAccessor instant -> instant.toString();
            case TemporalAmount amount -> amount.toString();
            case String text -> text;
            case Number number -> number;
            case Boolean truth -> truth;
            default -> Objects.toString(value);
        };
    }
}
