package io.tillflow.storefront.prices;

import io.tillflow.storefront.language.Language;

/**
 * Why a price changed, as shoppers read it; may be empty.
 *
 * @param german empty where it is the same
 */
public record PriceReason(String text, String german) {
    public static final PriceReason NONE = new PriceReason("", "");

    String in(Language language) {
        return language == Language.DE && !german.isEmpty() ? german : text;
    }
}
