package io.tillflow.storefront.terms;

/** Where a person or parcel is found; {@code extra} may be empty. */
public record Address(String name, String street, String extra, String postcode, String town, String country) {}
