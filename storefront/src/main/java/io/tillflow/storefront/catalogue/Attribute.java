package io.tillflow.storefront.catalogue;

/** One measured fact about a product, as "Height" and "34 cm". */
public record Attribute(String name, String value) {}
