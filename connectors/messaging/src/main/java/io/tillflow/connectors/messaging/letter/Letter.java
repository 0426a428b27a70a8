package io.tillflow.connectors.messaging.letter;

import java.util.List;
import java.util.Map;

/**
 * What one letter says to whom.
 *
 * @param facts what the template names, such as {@code number} or {@code paymentUrl}; absent ones hide their paragraph
 */
public record Letter(String template, String orderId, String to, Map<String, String> facts, List<Line> lines) {
    /** One row of an order, its price ready to read. */
    public record Line(String name, int quantity, String total) {}

    @Override
    public String toString() {
        return "Letter[" + template + " for " + orderId + "]";
    }
}
