package io.tillflow.storefront.web;

import java.util.Set;

/**
 * What a page says about itself to search engines.
 *
 * @param canonical the one address of what the page shows
 * @param index whether it belongs into an index: not what is one shopper's own, and not every search
 */
public record Meta(String canonical, String description, boolean index) {
    private static final String SHOP =
            "Lamps, cups, wool, tents: things for indoors, outdoors and the walk between. Mended for as long as we can.";
    private static final int LONGEST = 160;
    private static final Set<String> PAGES = Set.of("", "shelves", "c", "p", "help");

    static Meta of(String shop, String path) {
        String[] parts = path.split("/", -1);
        boolean index = parts.length > 1 && PAGES.contains(parts[1]);
        return new Meta(shop + path, SHOP, index);
    }

    Meta describing(String text) {
        String cut = text.length() <= LONGEST
                ? text
                : text.substring(0, Math.max(1, text.lastIndexOf(' ', LONGEST - 1))) + "…";
        return cut.isBlank() ? this : new Meta(canonical, cut, index);
    }
}
