package io.tillflow.connectors.commerce;

import org.jspecify.annotations.Nullable;

/**
 * The payment that an order page offers; {@code url} is a path on the shop.
 *
 * @param former the payment that it takes the place of, looked at just before; null for the first
 */
public record PaymentLinkForOrder(
        String paymentId, String url, @Nullable String former) {}
