package io.tillflow.storefront.catalogue;

/** A shelf of the shop. */
public record Category(String id, String name, String title, String intro, String picture) {}
