package io.tillflow.connectors.messaging.letter;

import java.util.List;
import java.util.Map;

/**
 * What one letter says to whom.
 *
 * @param language a code such as {@code de}; a letter that nobody wrote in it comes in English
 * @param facts what the template names, such as {@code number} or {@code paymentUrl}; absent ones hide their paragraph
 */
public record Letter(
        String template, String language, String orderId, String to, Map<String, String> facts, List<Line> lines) {
    /** The language that every letter is written in. */
    public static final String ENGLISH = "en";

    /** The fact that says where the reader stops letters of this kind; only letters that one may stop have it. */
    public static final String STOP_URL = "stopUrl";

    /** A letter in English. */
    public Letter(String template, String orderId, String to, Map<String, String> facts, List<Line> lines) {
        this(template, ENGLISH, orderId, to, facts, lines);
    }

    /** One row of an order, its price ready to read. */
    public record Line(String name, int quantity, String total) {}

    @Override
    public String toString() {
        return "Letter[" + template + " for " + orderId + "]";
    }
}
