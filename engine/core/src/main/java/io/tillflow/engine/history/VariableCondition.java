package io.tillflow.engine.history;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
    private static final int DIGITS = 500;
    private static final Pattern SIGN = Pattern.compile("!=|>=|<=|[≠≥≤~><=]");

    /** How a value is compared. */
    public enum Operator {
        NOT_EQUAL("!="),
        CONTAINS("~"),
        AT_LEAST(">="),
        AT_MOST("<="),
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

        boolean orders() {
            return this == GREATER || this == LESS || this == AT_LEAST || this == AT_MOST;
        }

        static Operator of(String written) {
            return switch (written) {
                case "≠" -> NOT_EQUAL;
                case "≥" -> AT_LEAST;
                case "≤" -> AT_MOST;
                default ->
                    Arrays.stream(values())
                            .filter(it -> it.sign.equals(written))
                            .findFirst()
                            .orElseThrow();
            };
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
        if (operator.orders() && read(value).isPresent() && held(value).isEmpty()) {
            throw new IllegalArgumentException("expected a number of at most " + DIGITS + " digits, but was " + value);
        }
    }

    /** Reads {@code name.part>value}; a name alone asks whether there is such a value. People may write ≠ ≥ ≤ as well. */
    public static VariableCondition parse(String text) {
        Matcher sign = SIGN.matcher(text);
        boolean compares = sign.find();
        String name = compares ? text.substring(0, sign.start()) : text;
        return new VariableCondition(
                Arrays.stream(name.split("\\.", -1)).map(String::strip).toList(),
                compares ? Operator.of(sign.group()) : Operator.EXISTS,
                compares ? text.substring(sign.end()) : "");
    }

    /** Whether {@link #parse} would read this as a name, not as a comparison. */
    public static boolean named(String text) {
        return !SIGN.matcher(text).find();
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

    /** The value as a number, when it is one that a database can be asked about. */
    Optional<BigDecimal> number() {
        return held(value);
    }

    private static Optional<BigDecimal> held(String value) {
        return read(value).filter(it -> Math.abs((long) it.precision() - it.scale()) <= DIGITS && it.scale() <= DIGITS);
    }

    private static Optional<BigDecimal> read(String value) {
        try {
            return Optional.of(new BigDecimal(value.toLowerCase(Locale.ROOT)));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
