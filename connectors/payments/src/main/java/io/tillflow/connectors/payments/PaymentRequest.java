package io.tillflow.connectors.payments;

import io.tillflow.connectors.provider.Money;

/**
 * A payment to open.
 *
 * @param reference the order's id
 * @param returnUrl path on the shop where the shopper goes afterwards
 */
public record PaymentRequest(String reference, Money amount, String returnUrl) {
    public PaymentRequest {
        if (reference.isBlank() || reference.length() > 100) {
            throw new IllegalArgumentException("reference must have 1 to 100 characters");
        }
        if (amount.minorUnits() < 1) {
            throw new IllegalArgumentException("amount must be at least 1, was " + amount.minorUnits());
        }
        if (!returnUrl.matches("/(?![/\\\\])[^\\s\\\\]*")) {
            throw new IllegalArgumentException("returnUrl must be a path on the shop, was '" + returnUrl + "'");
        }
    }
}
