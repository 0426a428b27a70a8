package io.tillflow.storefront.returns;

/** Why something comes back, as a shopper may choose it. */
public enum ReturnReason {
    CHANGED_MIND("I changed my mind"),
    UNFITTING("It doesn’t fit or suit"),
    DAMAGED("It arrived damaged"),
    WRONG_ITEM("It isn’t what I ordered"),
    OTHER("Another reason");

    private final String words;

    ReturnReason(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
