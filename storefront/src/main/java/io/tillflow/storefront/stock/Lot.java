package io.tillflow.storefront.stock;

/** So many of one variant at one location. */
public record Lot(String sku, String location, int quantity) {}
