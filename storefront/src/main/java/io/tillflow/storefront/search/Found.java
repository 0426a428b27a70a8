package io.tillflow.storefront.search;

import java.util.List;

/**
 * What a search came to, best first.
 *
 * @param whole whether each hit answers every word; otherwise they answer some
 * @param readAs the words searched for when they are not those typed, else empty
 */
public record Found(List<Hit> hits, boolean whole, String readAs) {
    static final Found NOTHING = new Found(List.of(), true, "");

    public Found {
        hits = List.copyOf(hits);
    }

    /** One product found. */
    public record Hit(String id, float score) {}
}
