package io.tillflow.storefront.wishes;

/** One thing somebody would like, and what it cost then. */
public record Wish(String product, long addedPrice) {}
