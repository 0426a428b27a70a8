package io.tillflow.storefront.returns;

import java.util.List;

/** Why something, or money alone, comes back. */
public enum ReturnReason {
    CHANGED_MIND("I changed my mind"),
    UNFITTING("It doesn’t fit or suit"),
    DAMAGED("It arrived damaged"),
    WRONG_ITEM("It isn’t what I ordered"),
    OTHER("Another reason"),
    /** Staff give money back, and nothing has to come back for it. */
    GOODWILL("From us to you");

    private final String words;

    ReturnReason(String words) {
        this.words = words;
    }

    /** Those a shopper may choose. */
    public static List<ReturnReason> shoppers() {
        return List.of(CHANGED_MIND, UNFITTING, DAMAGED, WRONG_ITEM, OTHER);
    }

    public String words() {
        return words;
    }
}
