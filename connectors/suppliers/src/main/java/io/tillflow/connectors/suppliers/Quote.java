package io.tillflow.connectors.suppliers;

import io.tillflow.connectors.provider.Money;

/**
 * What a supplier asks.
 *
 * @param quantity how many they would send: as many as asked for, filled up to whole packs
 * @param leadDays from the order to the goods
 */
public record Quote(String supplier, String sku, int quantity, Money unitPrice, int leadDays) {
    public Quote {
        if (quantity < 1 || leadDays < 0) {
            throw new IllegalArgumentException("expected a quote of at least 1 within 0 days or more, but it says "
                    + quantity + " within " + leadDays);
        }
    }

    public Money total() {
        return new Money(Math.multiplyExact(unitPrice.minorUnits(), quantity), unitPrice.currency());
    }
}
