package io.tillflow.studio.lint;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An input cell of a decision table, as far as it compares with fixed values: what it mentions, and what it lets pass. */
record Cell(boolean negated, List<Test> tests) {
    private static final String NUMBER = "-?\\d+(?:\\.\\d+)?";
    private static final Pattern PARTS = Pattern.compile(
            "\"[^\"]*\"|[\\[\\]()]\\s*" + NUMBER + "\\s*\\.\\.\\s*" + NUMBER + "\\s*[\\[\\]()]|[^,\"]+");
    private static final Pattern COMPARISON = Pattern.compile("(<=|>=|<|>)?\\s*(" + NUMBER + ")");
    private static final Pattern RANGE =
            Pattern.compile("([\\[\\](])\\s*(" + NUMBER + ")\\s*\\.\\.\\s*(" + NUMBER + ")\\s*([\\[\\])])");

    /** One alternative of a cell. */
    sealed interface Test {
        /** From a number to another; null where it has no end. */
        record Between(Optional<BigDecimal> low, boolean withLow, Optional<BigDecimal> high, boolean withHigh)
                implements Test {}

        record Equal(String literal) implements Test {}
    }

    static final Cell ANYTHING = new Cell(true, List.of());

    /** Empty when the cell says something that only the engine understands. */
    static Optional<Cell> parse(String text) {
        String trimmed = text.strip();
        if (trimmed.isEmpty() || trimmed.equals("-")) {
            return Optional.of(ANYTHING);
        }
        boolean negated = trimmed.startsWith("not(") && trimmed.endsWith(")");
        String list = negated ? trimmed.substring(4, trimmed.length() - 1) : trimmed;
        List<Test> tests = new ArrayList<>();
        Matcher parts = PARTS.matcher(list);
        while (parts.find()) {
            Optional<Test> test = test(parts.group().strip());
            if (test.isEmpty()) {
                return Optional.empty();
            }
            tests.add(test.get());
        }
        return tests.isEmpty() ? Optional.empty() : Optional.of(new Cell(negated, tests));
    }

    private static Optional<Test> test(String part) {
        Matcher comparison = COMPARISON.matcher(part);
        if (comparison.matches()) {
            Optional<BigDecimal> number = Optional.of(new BigDecimal(comparison.group(2)));
            String sign = comparison.group(1) == null ? "=" : comparison.group(1);
            return Optional.of(
                    switch (sign) {
                        case "<", "<=" -> new Test.Between(Optional.empty(), false, number, sign.length() == 2);
                        case ">", ">=" -> new Test.Between(number, sign.length() == 2, Optional.empty(), false);
                        default -> new Test.Between(number, true, number, true);
                    });
        }
        Matcher range = RANGE.matcher(part);
        if (range.matches()) {
            return Optional.of(new Test.Between(
                    Optional.of(new BigDecimal(range.group(2))),
                    range.group(1).equals("["),
                    Optional.of(new BigDecimal(range.group(3))),
                    range.group(4).equals("]")));
        }
        boolean literal = part.equals("true") || part.equals("false") || part.matches("\"[^\"]*\"");
        return literal ? Optional.of(new Test.Equal(part)) : Optional.empty();
    }

    Set<BigDecimal> numbers() {
        Set<BigDecimal> numbers = new TreeSet<>();
        tests.forEach(test -> {
            if (test instanceof Test.Between between) {
                between.low().ifPresent(numbers::add);
                between.high().ifPresent(numbers::add);
            }
        });
        return numbers;
    }

    Set<String> literals() {
        Set<String> literals = new TreeSet<>();
        tests.forEach(test -> {
            if (test instanceof Test.Equal(var literal)) {
                literals.add(literal);
            }
        });
        return literals;
    }

    boolean lets(BigDecimal number) {
        return negated != tests.stream().anyMatch(test -> test instanceof Test.Between it && inside(it, number));
    }

    boolean lets(String literal) {
        return negated
                != tests.stream()
                        .anyMatch(test ->
                                test instanceof Test.Equal it && it.literal().equals(literal));
    }

    private static boolean inside(Test.Between it, BigDecimal number) {
        boolean above = it.low().isEmpty() || it.low().get().compareTo(number) < (it.withLow() ? 1 : 0);
        boolean below = it.high().isEmpty() || it.high().get().compareTo(number) > (it.withHigh() ? -1 : 0);
        return above && below;
    }
}
