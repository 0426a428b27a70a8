package io.tillflow.rules;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The fact that a column of a decision table compares. */
public final class ColumnFact {
    private static final String NAME = "[\\p{L}_][\\p{L}\\d_]*(?:\\.[\\p{L}_][\\p{L}\\d_]*)*";
    private static final Pattern COMPARED = Pattern.compile(NAME);
    private static final Pattern RATHER =
            Pattern.compile("if\\s+(" + NAME + ")\\s*=\\s*null\\s+then\\s+(" + NAME + ")\\s+else\\s+\\1");

    private ColumnFact() {}

    /**
     * Its path, as {@code order.total}; where another is compared if it is known, the one that is there always: the same of
     * {@code if order.worth = null then order.total else order.worth}. Nothing of any other expression.
     */
    public static Optional<String> of(String expression) {
        if (COMPARED.matcher(expression).matches()) {
            return Optional.of(expression);
        }
        Matcher rather = RATHER.matcher(expression);
        return rather.matches() ? Optional.of(rather.group(2)) : Optional.empty();
    }
}
