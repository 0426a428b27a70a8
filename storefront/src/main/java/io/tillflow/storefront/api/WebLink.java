package io.tillflow.storefront.api;

import org.jspecify.annotations.Nullable;

/** Links that may be shown to a shopper: a path of the shop, or http(s). */
final class WebLink {
    private WebLink() {}

    static @Nullable String orNull(@Nullable String link) {
        if (link == null) {
            return null;
        }
        boolean path = link.startsWith("/") && !link.startsWith("//") && !link.startsWith("/\\");
        return path || link.startsWith("https://") || link.startsWith("http://") ? link : null;
    }
}
