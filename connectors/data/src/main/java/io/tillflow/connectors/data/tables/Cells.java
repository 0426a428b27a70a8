package io.tillflow.connectors.data.tables;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/** What the text of a CSV cell stands for. */
final class Cells {
    /** No leading zeros, and no more digits than a number keeps: article numbers stay texts. */
    private static final Pattern NUMBER = Pattern.compile("0|-?(0(?=\\.)|[1-9]\\d{0,14})(\\.\\d{1,9})?");

    private Cells() {}

    static Object typed(String text) {
        if (NUMBER.matcher(text).matches()) {
            return text.indexOf('.') < 0 ? (Object) Long.valueOf(text) : new BigDecimal(text);
        }
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> text;
        };
    }
}
