package io.tillflow.storefront.web;

import static io.tillflow.storefront.language.Texts.say;

import io.tillflow.storefront.language.Language;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * What a page says about itself to search engines.
 *
 * @param canonical the one address of what the page shows
 * @param alternates the same in each language, and which one is for everybody else
 * @param index whether it belongs into an index: not what is one shopper's own, and not every search
 */
public record Meta(String canonical, Map<String, String> alternates, String description, boolean index) {
    private static final int LONGEST = 160;
    private static final Set<String> PAGES = Set.of("", "shelves", "c", "p", "help");

    static Meta of(String shop, String path, Language language) {
        String[] parts = path.split("/", -1);
        boolean index = parts.length > 1 && PAGES.contains(parts[1]);
        return new Meta(shop + language.path(path), alternates(shop, path), say(language, "shop.meta"), index);
    }

    static Map<String, String> alternates(String shop, String path) {
        Map<String, String> alternates = new LinkedHashMap<>();
        for (Language language : Language.values()) {
            alternates.put(language.code(), shop + language.path(path));
        }
        alternates.put("x-default", shop + path);
        return alternates;
    }

    Meta describing(String text) {
        String cut = text.length() <= LONGEST
                ? text
                : text.substring(0, Math.max(1, text.lastIndexOf(' ', LONGEST - 1))) + "…";
        return cut.isBlank() ? this : new Meta(canonical, alternates, cut, index);
    }
}
