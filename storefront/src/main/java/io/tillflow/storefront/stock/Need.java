package io.tillflow.storefront.stock;

/** So many of one variant. */
public record Need(String sku, int quantity) {}
