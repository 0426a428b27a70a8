package io.tillflow.storefront.terms;

/** Where an order came from. */
public enum Channel {
    WEB,
    DEMO;

    public String code() {
        return this == WEB ? "web" : "demo";
    }

    public static Channel of(String code) {
        return "demo".equals(code) ? DEMO : WEB;
    }
}
