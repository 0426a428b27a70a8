package io.tillflow.storefront.returns;

import static io.tillflow.storefront.language.Texts.say;

import java.util.List;

/** Why something, or money alone, comes back. */
public enum ReturnReason {
    CHANGED_MIND,
    UNFITTING,
    DAMAGED,
    WRONG_ITEM,
    OTHER,
    /** Staff give money back, and nothing has to come back for it. */
    GOODWILL;

    /** Those a shopper may choose. */
    public static List<ReturnReason> shoppers() {
        return List.of(CHANGED_MIND, UNFITTING, DAMAGED, WRONG_ITEM, OTHER);
    }

    public String words() {
        return say("order.reason." + name());
    }
}
