package io.tillflow.connectors.suppliers;

import io.tillflow.connectors.provider.Money;

/**
 * Asks a supplier for a price.
 *
 * @param listPrice what a shopper pays for one: many suppliers grant a discount on it
 */
public record QuoteRequest(String supplier, String sku, int quantity, Money listPrice) {
    public QuoteRequest {
        if (supplier.isBlank() || sku.isBlank()) {
            throw new IllegalArgumentException("a quote needs a supplier and an article");
        }
        if (quantity < 1) {
            throw new IllegalArgumentException("quantity must be at least 1, was " + quantity);
        }
    }
}
