package io.tillflow.storefront.wishes;

/** One thing somebody would like, and what it cost then in the currency they looked at it in. */
public record Wish(String product, long addedPrice, String currency) {}
