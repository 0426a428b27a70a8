package io.tillflow.connectors.commerce;

import io.tillflow.processes.PurchaseState;
import org.jspecify.annotations.Nullable;

/**
 * What the shop counts on and shows of a purchase.
 *
 * @param quantity how many are to come, as far as is known
 */
public record PurchaseNews(
        String sku,
        String supplier,
        PurchaseState state,
        int quantity,
        @Nullable Long unitPrice,
        @Nullable String currency,
        @Nullable String expectedOn) {}
