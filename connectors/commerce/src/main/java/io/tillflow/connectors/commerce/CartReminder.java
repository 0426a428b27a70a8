package io.tillflow.connectors.commerce;

import java.util.List;

/**
 * What the shop wants somebody to read about a cart they left; never to become process variables.
 *
 * @param cartPath where the cart is in the shop
 * @param stopPath where they say, without signing in, that they want no more letters like this
 */
public record CartReminder(
        String email, String language, String currency, String cartPath, String stopPath, List<Line> lines) {

    /** @param total in minor units */
    public record Line(String name, int quantity, long total) {}

    @Override
    public String toString() {
        return "CartReminder[" + lines.size() + " lines]";
    }
}
