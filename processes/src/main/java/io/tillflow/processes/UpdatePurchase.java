package io.tillflow.processes;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Input of {@link JobType#COMMERCE_UPDATE_PURCHASE}: the shop counts on what is on its way and shows it; no output, or for a
 * planned one {@link ErrorCode#PURCHASE_NOT_NEEDED}.
 */
public record UpdatePurchase(
        @Field(label = "Request", from = "=request.id") String requestId,

        @Field(label = "Article", help = "Its SKU.", from = "=article.sku")
        String sku,

        @Field(label = "Supplier", from = "=plan.supplier") String supplier,

        @Field(label = "State", help = "What the merchant sees on the page of the product.")
        PurchaseState state,

        @Field(label = "Quantity", help = "How many are to come, as far as is known.", from = "=quote.quantity")
        int quantity,

        @Field(label = "Price of one", help = "In minor units.", from = "=quote.unitPrice") @Nullable
        Long unitPrice,

        @Field(label = "Currency", from = "=article.currency") @Nullable
        String currency,

        @Field(label = "Expected on", help = "A day like 2026-03-31.", from = "=news.expectedOn") @Nullable
        String expectedOn,

        @Field(
                label = "Effect key",
                help =
                        "Names this effect once and for all: business id / step / attempt. A repeat with the same key changes nothing more.",
                from = "=request.id + \"/update-purchase/1\"")
        String effectKey) {
    /** Refuses what no worker could use. */
    public UpdatePurchase {
        Given.text("requestId", requestId);
        Given.text("sku", sku);
        Given.text("supplier", supplier);
        Objects.requireNonNull(state, "expected the variable state, but it is missing");
        Given.noLess("quantity", quantity);
        Given.text("effectKey", effectKey);
    }
}
