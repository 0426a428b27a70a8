package io.tillflow.connectors.commerce;

import java.util.List;

/**
 * What the shop says of itself in letters.
 *
 * @param foot lines; none while nobody has said who runs it
 */
public record ShopFront(String name, List<String> foot) {
    public ShopFront {
        foot = List.copyOf(foot);
    }
}
