package io.tillflow.storefront.web;

import io.tillflow.storefront.catalogue.Category;
import io.tillflow.storefront.language.Language;
import io.tillflow.storefront.pages.ShownPage;
import io.tillflow.storefront.pictures.Logo;
import io.tillflow.storefront.profile.ShopProfile;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What every page has around its own part.
 *
 * @param path its address without the language and without what was asked
 * @param pages what merchants wrote, for the page's foot
 * @param logo shown instead of its name
 * @param currencies to choose from, the shop's own first; empty where there is one
 * @param currency the chosen one, whichever a part of the page is in
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
        List<ShownPage> pages,
        ShopProfile shop,
        @Nullable Logo logo,
        List<String> currencies,
        String currency,
        long madeAt) {
    private static final Set<String> HELP = Set.of("delivery", "returns");

    Shell withBar(String text) {
        return as(text, bodyClass, footer, meta, madeAt);
    }

    Shell docked() {
        return as(bar, "docked", footer, meta, madeAt);
    }

    Shell withoutFooter() {
        return as(bar, bodyClass, false, meta, madeAt);
    }

    Shell described(String text) {
        return as(bar, bodyClass, footer, meta.describing(text), madeAt);
    }

    /** The same for everybody until something in it changes. */
    Shell asOf(long moment) {
        return as(bar, bodyClass, footer, meta, moment);
    }

    /** The same page but for what single pages choose. */
    private Shell as(@Nullable String ownBar, String ownClass, boolean ownFooter, Meta ownMeta, long moment) {
        return new Shell(
                title,
                menu,
                cart,
                ownBar,
                ownClass,
                ownFooter,
                assets,
                ownMeta,
                language,
                path,
                signedIn,
                pages,
                shop,
                logo,
                currencies,
                currency,
                moment);
    }

    /** Those that help with an order. */
    public List<ShownPage> helpPages() {
        return pages.stream().filter(it -> HELP.contains(it.text().page())).toList();
    }

    public List<ShownPage> housePages() {
        return pages.stream().filter(it -> !HELP.contains(it.text().page())).toList();
    }
}
