package io.tillflow.storefront.cart;

/** So many of one variant, and what it cost when it was put in, in the currency it was looked at in. */
public record CartLine(String sku, int quantity, long addedPrice, String currency) {}
