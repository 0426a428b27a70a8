package io.tillflow.storefront.cart;

/** So many of one variant, and what it cost when it was put in. */
public record CartLine(String sku, int quantity, long addedPrice) {}
