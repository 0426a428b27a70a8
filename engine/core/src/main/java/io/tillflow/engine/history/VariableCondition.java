package io.tillflow.engine.history;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A condition over a variable of the whole instance, such as {@code order.total>2000}. Numbers compare with numbers and texts with
 * texts: a value of the other kind never matches a comparison, whatever its order would be.
 *
 * @param path the variable's name and, after dots, the way into its value
 * @param value empty for {@link Operator#EXISTS}
 */
public record VariableCondition(List<String> path, Operator operator, String value) {

    private static final int LONGEST = 500;

    /** How a value is compared. */
    public enum Operator {
        NOT_EQUAL("!="),
        CONTAINS("~"),
        GREATER(">"),
        LESS("<"),
        EQUAL("="),
        EXISTS("");

        private final String sign;

        Operator(String sign) {
            this.sign = sign;
        }

        public String sign() {
            return sign;
        }
    }

    public VariableCondition {
        path = List.copyOf(path);
        value = value.strip();
        if (path.isEmpty() || path.stream().anyMatch(String::isBlank)) {
            throw new IllegalArgumentException(
                    "expected the name of a variable, but was \"" + String.join(".", path) + "\"");
        }
        if ((operator == Operator.EXISTS) != value.isEmpty()) {
            throw new IllegalArgumentException(
                    "expected a value after \"" + String.join(".", path) + operator.sign() + "\"");
        }
        if (value.length() > LONGEST) {
            throw new IllegalArgumentException("expected a value of at most " + LONGEST + " characters");
        }
    }

    /** Reads {@code name.part>value}; a name alone asks whether there is such a value. */
    public static VariableCondition parse(String text) {
        int first = text.length();
        Operator found = Operator.EXISTS;
        for (Operator operator : Operator.values()) {
            int at = operator == Operator.EXISTS ? -1 : text.indexOf(operator.sign());
            if (at >= 0 && at < first) {
                first = at;
                found = operator;
            }
        }
        String name = text.substring(0, first).strip();
        String value = found == Operator.EXISTS
                ? ""
                : text.substring(first + found.sign().length());
        return new VariableCondition(
                Arrays.stream(name.split("\\.", -1)).map(String::strip).toList(), found, value);
    }

    /** What {@link #parse} reads back to this. */
    public String text() {
        return String.join(".", path) + operator.sign() + value;
    }

    String name() {
        return path.getFirst();
    }

    /** The way into the value as PostgreSQL's array literal. */
    String inner() {
        return path.stream()
                .skip(1)
                .map(it -> "\"" + it.replace("\\", "\\\\").replace("\"", "\\\"") + "\"")
                .collect(Collectors.joining(",", "{", "}"));
    }

    /** The value as a number, when it is one. */
    Optional<java.math.BigDecimal> number() {
        try {
            return Optional.of(new java.math.BigDecimal(value.toLowerCase(Locale.ROOT)));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
