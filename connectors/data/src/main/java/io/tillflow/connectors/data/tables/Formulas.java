package io.tillflow.connectors.data.tables;

import java.util.regex.Pattern;

/** A table program must not take what somebody typed for a formula: such a text is written with a mark before it, and read without. */
final class Formulas {
    private static final char MARK = '\'';

    /** With marks of its own, so that each text comes back as it was. */
    private static final Pattern FORMULA = Pattern.compile(MARK + "*[=+\\-@\t\r].*", Pattern.DOTALL);

    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");

    private Formulas() {}

    static String marked(String cell) {
        return FORMULA.matcher(cell).matches() && !NUMBER.matcher(cell).matches() ? MARK + cell : cell;
    }

    static String unmarked(String cell) {
        return cell.length() > 1
                        && cell.charAt(0) == MARK
                        && FORMULA.matcher(cell).matches()
                ? cell.substring(1)
                : cell;
    }
}
