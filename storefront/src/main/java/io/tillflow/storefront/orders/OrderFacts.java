package io.tillflow.storefront.orders;

/** What decisions look at besides money and weight. */
public record OrderFacts(boolean express, boolean firstOrder, boolean addressMismatch, int pastDeclines) {}
