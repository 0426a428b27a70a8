package io.tillflow.storefront.catalogue;

/** A variant with the product it belongs to. */
public record Item(Product product, Variant variant) {
    public String sku() {
        return variant.sku();
    }

    public String name() {
        return product.name();
    }
}
