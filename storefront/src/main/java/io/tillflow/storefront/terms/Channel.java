package io.tillflow.storefront.terms;

import org.jspecify.annotations.Nullable;

/** Where an order came from. */
public enum Channel {
    WEB,
    DEMO,
    /** Put together by staff for somebody. */
    STAFF;

    public String code() {
        return switch (this) {
            case WEB -> "web";
            case DEMO -> "demo";
            case STAFF -> "staff";
        };
    }

    public static Channel of(String code) {
        return "staff".equals(code) ? STAFF : said(code);
    }

    /** What somebody outside says of themselves; nobody there is staff. */
    public static Channel said(@Nullable String code) {
        return "demo".equals(code) ? DEMO : WEB;
    }
}
