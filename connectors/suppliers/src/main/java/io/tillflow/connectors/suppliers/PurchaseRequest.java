package io.tillflow.connectors.suppliers;

import io.tillflow.connectors.provider.Money;

/**
 * Things to buy.
 *
 * @param reference ours; news about the purchase carry it
 */
public record PurchaseRequest(String reference, String supplier, String sku, int quantity, Money unitPrice) {
    public PurchaseRequest {
        if (reference.isBlank() || supplier.isBlank() || sku.isBlank()) {
            throw new IllegalArgumentException("a purchase needs a reference, a supplier and an article");
        }
        if (quantity < 1) {
            throw new IllegalArgumentException("quantity must be at least 1, was " + quantity);
        }
    }
}
