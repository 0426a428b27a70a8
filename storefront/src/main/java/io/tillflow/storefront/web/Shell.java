package io.tillflow.storefront.web;

import io.tillflow.storefront.catalogue.Category;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What every page has around its own part. */
public record Shell(
        String title,
        List<Category> menu,
        int cart,
        @Nullable String bar,
        String bodyClass,
        boolean footer,
        Assets assets,
        Meta meta) {
    Shell withBar(String text) {
        return new Shell(title, menu, cart, text, bodyClass, footer, assets, meta);
    }

    Shell docked() {
        return new Shell(title, menu, cart, bar, "docked", footer, assets, meta);
    }

    Shell withoutFooter() {
        return new Shell(title, menu, cart, bar, bodyClass, false, assets, meta);
    }

    Shell described(String text) {
        return new Shell(title, menu, cart, bar, bodyClass, footer, assets, meta.describing(text));
    }
}
