package io.tillflow.connectors.commerce;

/** The payment that an order page offers; {@code url} is a path on the shop. */
public record PaymentLinkForOrder(String paymentId, String url) {}
