package io.tillflow.storefront.orders;

/** One ordered variant as it was sold. */
public record OrderLine(
        String sku,
        String product,
        String name,
        String variant,
        String picture,
        int quantity,
        long unitPrice,
        int weightGrams) {
    OrderLine of(int other) {
        return new OrderLine(sku, product, name, variant, picture, other, unitPrice, weightGrams);
    }

    public long total() {
        return quantity * unitPrice;
    }
}
