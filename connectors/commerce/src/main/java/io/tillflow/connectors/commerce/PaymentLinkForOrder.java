package io.tillflow.connectors.commerce;

import org.jspecify.annotations.Nullable;

/**
 * The payment that an order page offers; {@code url} is a path on the shop.
 *
 * @param former the payment that it follows, as far as the process knows; null for the first
 */
public record PaymentLinkForOrder(
        String paymentId, String url, @Nullable String former) {}
