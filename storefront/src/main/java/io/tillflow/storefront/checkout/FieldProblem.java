package io.tillflow.storefront.checkout;

/** What is wrong with one field, and what right looks like. */
public record FieldProblem(String field, String message) {}
