package io.tillflow.storefront.web;

import io.tillflow.storefront.catalogue.Category;
import io.tillflow.storefront.language.Language;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What every page has around its own part.
 *
 * @param path its address without the language and without what was asked
 * @param madeAt when the page was made, so that it can ask what changed since
 */
public record Shell(
        String title,
        List<Category> menu,
        int cart,
        @Nullable String bar,
        String bodyClass,
        boolean footer,
        Assets assets,
        Meta meta,
        Language language,
        String path,
        boolean signedIn,
        long madeAt) {
    Shell withBar(String text) {
        return new Shell(title, menu, cart, text, bodyClass, footer, assets, meta, language, path, signedIn, madeAt);
    }

    Shell docked() {
        return new Shell(title, menu, cart, bar, "docked", footer, assets, meta, language, path, signedIn, madeAt);
    }

    Shell withoutFooter() {
        return new Shell(title, menu, cart, bar, bodyClass, false, assets, meta, language, path, signedIn, madeAt);
    }

    Shell described(String text) {
        return new Shell(
                title,
                menu,
                cart,
                bar,
                bodyClass,
                footer,
                assets,
                meta.describing(text),
                language,
                path,
                signedIn,
                madeAt);
    }
}
