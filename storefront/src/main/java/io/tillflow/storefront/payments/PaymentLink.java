package io.tillflow.storefront.payments;

/** A payment opened at the provider, and the page where the shopper pays. */
public record PaymentLink(String id, String url) {}
